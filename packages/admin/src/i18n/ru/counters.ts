/** Russian: the list of sites. */
import type { Russian } from '../catalogue.ts';

type Part = Pick<Russian, 'counters' | 'newCounter'>;

export const counters: Part = {
  counters: {
    title: 'Сайты',
    add: 'Добавить сайт',
    emptyTitle: 'Добавьте свой сайт',
    emptyText:
      'Укажите адрес сайта, поставьте один фрагмент кода на его страницы и смотрите, кто приходит и кто вам пишет. Если доступ вам должен дать коллега, это делается в разделе «Доступ» его сайта.',
    emptyButton: 'Добавить сайт',
    number: '№ {{id}}',
    visits7: 'Визиты за 7 дней',
    conversions7: 'Конверсии за 7 дней',
    deleted: 'Удалённые',
  },
  newCounter: {
    title: 'Новый сайт',
    site: 'Адрес сайта',
    siteHint: 'Например, shop.example',
    name: 'Название',
    nameHint: 'Как сайт называется в вашем списке. Если пусто, то адрес',
    timeZone: 'Часовой пояс',
    timeZoneHint: 'По нему считаются дни и часы в отчётах',
    currency: 'Валюта',
    currencyHint: 'Для дохода в отчётах',
    advanced: 'На странице уже есть ym(12345678…)',
    number: 'Номер на странице',
    numberHint: 'Номер из ym(12345678, …). Страницу менять не нужно, только адрес скрипта.',
    submit: 'Добавить сайт',
    badSite: 'Укажите адрес сайта, например shop.example',
    badNumber: 'Целое число до 4 294 967 295',
    taken: 'Этот номер занят',
  },
};
