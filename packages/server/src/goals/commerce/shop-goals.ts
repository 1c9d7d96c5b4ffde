/** What goals of shops share: an action with products, or an event of an agreed name [G51–G53]. */
import { anyOf } from '../conditions.ts';
import type { GoalFact } from '../fact.ts';
import { defineGoalType, type GoalType } from '../goal-type.ts';
import { priceOf } from './orders.ts';
import type { CommerceActionName } from './read-commerce.ts';

interface Shop {
  readonly action: CommerceActionName;
  /** Of GA4, for examples. */
  readonly ga4: string;
  /** An event that says the same. */
  readonly event?: string;
}

export function shopGoal(id: GoalType['id'], { action, ga4, event }: Shop): GoalType {
  return defineGoalType({
    id,
    compile: () => ({
      ...anyOf([
        ({ identifier, commerce }) =>
          (event !== undefined && identifier === event) || commerce().some((one) => one.action === action),
      ]),
      ...(action === 'purchase'
        ? { price: ({ commerce }) => priceOf(commerce().filter((one) => one.action === action)) }
        : {}),
    }),
    identifiers: () => null,
    examples: [
      {
        goal: { conditions: [], steps: [] },
        yes: [
          carried([{ event: ga4, ecommerce: { items: [{ item_id: 'A1', price: 10 }] } }]),
          ...(event === undefined ? [] : [{ kind: 'event' as const, identifier: event }]),
          ...(action === 'payment'
            ? []
            : [carried([{ currencyCode: 'EUR', [action]: { products: [{ id: 'A1' }] } }])]),
        ],
        no: [
          carried([{ event: 'view_item', ecommerce: { items: [] } }]),
          carried([{ detail: { products: [{ id: 'A1' }] } }]),
          { kind: 'event', identifier: ga4 },
          { kind: 'view', url: `https://shop.example/${ga4}` },
        ],
      },
    ],
  });
}

const carried = (actions: readonly object[]): GoalFact => ({
  kind: 'params',
  commerce: JSON.stringify(actions),
});
