/** Automatic goals of services that report to the counter by themselves [G44]. */
import { eventEntry, type CatalogueEntry } from './entry.ts';

/** Russian names stand beside the English ones: event, what happened. */
type Row = readonly [identifier: string, en: string, ru: string];

const of = (service: string, rows: readonly Row[]): readonly CatalogueEntry[] =>
  rows.map(([identifier, en, ru]) =>
    eventEntry(identifier, { en: `${service} auto-goal: ${en}`, ru: `Автоцель ${service}: ${ru}` }),
  );

const TICKETS = 'yndx-afisha-wg-goals-tickets-widget';

export const SERVICES: readonly CatalogueEntry[] = [
  ...of('Nethouse', [
    ['ym-subscription-confirm', 'subscription', 'подписка'],
    ['ym-new-income-form-confirm', 'form sent', 'отправка формы'],
    ['ym-order-form-product-confirm', 'product ordered', 'заказ товара'],
    ['ym-order-form-service-confirm', 'service ordered', 'заказ услуги'],
    ['ym-one-click-form-confirm', 'one-click order', 'заказ в один клик'],
    ['ym-feedback-form-confirm', 'feedback sent', 'отправка отзыва'],
    ['ym-callback-form-confirm', 'call-back ordered', 'заказ обратного звонка'],
    ['ym-lead-form-confirm', 'request sent', 'отправка заявки'],
    ['ym-page-cart', 'cart opened', 'переход в корзину'],
    ['ym-page-checkout', 'checkout opened', 'переход к оформлению заказа'],
    ['ym-page-pay', 'payment opened', 'переход к оплате'],
  ]),
  ...of('Yandex Pay', [['ym-begin-yapay', 'payment begun', 'начало оплаты']]),
  ...of('Yandex Split', [['ym-begin-yasplit', 'payment begun', 'начало оплаты']]),
  ...of('Yandex Tickets', [
    [`${TICKETS}_open`, 'widget opened', 'открытие виджета'],
    [`${TICKETS}_session`, 'session chosen', 'выбор сеанса'],
    [`${TICKETS}_personaldata`, 'contact details given', 'ввод контактных данных'],
    [`${TICKETS}_confirm`, 'order confirmed', 'подтверждение заказа'],
    [`${TICKETS}_payment`, 'payment', 'оплата'],
    [`${TICKETS}_order`, 'tickets bought', 'покупка билетов'],
  ]),
];
