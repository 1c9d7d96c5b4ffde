/** Automatic goals of shops [G55]. */
import { descriptorOf } from '@goalpost/contract/goals';
import type { GoalType } from '../goal-type.ts';
import { subjectOf } from '../subject.ts';
import { beginCheckout } from '../types/a_begin_checkout.ts';
import { createOrder } from '../types/a_create_order.ts';
import { purchaseFound } from '../types/a_purchase.ts';
import { cartGoal } from '../types/e_cart.ts';
import { purchaseGoal } from '../types/e_purchase.ts';
import type { CatalogueEntry } from './entry.ts';

function entry(type: GoalType, names: CatalogueEntry['names']): CatalogueEntry {
  const matcher = type.compile({ conditions: [], steps: [] });
  const isPurchaseEvent = type === purchaseFound;
  const [shown] = type.examples;
  const hits = (list: readonly unknown[]) => list as CatalogueEntry['examples']['yes'];
  // Orders of e-commerce data have a goal of their own: they must not make two.
  const makes: CatalogueEntry['recognise'] = (subject) =>
    (!isPurchaseEvent || subject.kind === 'event') &&
    matcher.match(isPurchaseEvent ? subjectOf({ ...subject.fact, commerce: '' }) : subject, 0, null).reached
      .length > 0;
  return {
    id: type.id,
    names,
    facts: descriptorOf(type.id).facts,
    recognise: makes,
    type: type.id,
    conditions: [],
    always: type === cartGoal || type === purchaseGoal,
    examples: {
      yes: hits(shown?.yes ?? []).filter((fact) => makes(subjectOf(fact))),
      no: hits(shown?.no ?? []),
    },
  };
}

export const COMMERCE_ENTRIES: readonly CatalogueEntry[] = [
  entry(cartGoal, { en: 'Ecommerce: add to cart', ru: 'Ecommerce: добавление в корзину' }),
  entry(purchaseGoal, { en: 'Ecommerce: purchase', ru: 'Ecommerce: покупка' }),
  entry(beginCheckout, {
    en: 'Auto-goal: checkout started',
    ru: 'Автоцель: начало оформления заказа',
  }),
  entry(createOrder, { en: 'Auto-goal: order created', ru: 'Автоцель: оформление заказа' }),
  entry(purchaseFound, { en: 'Auto-goal: purchase', ru: 'Автоцель: покупка' }),
];
