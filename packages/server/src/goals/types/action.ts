/** Goal type `action`: an event that the page reported by `reachGoal`, known by its identifier [G3, G4, G20]. */
import type { Condition, Operator } from '@goalpost/contract/goals';
import { anyOf, remembering, textPattern, type Test } from '../conditions.ts';
import type { GoalFact } from '../fact.ts';
import { defineGoalType } from '../goal-type.ts';
import type { Subject } from '../subject.ts';

const event = (identifier: string): GoalFact => ({ kind: 'event', identifier });
const one = (type: Condition['type'], url: string) => ({ conditions: [{ type, url }], steps: [] });

type Comparison = (identifier: string) => boolean;

const COMPARISONS: Readonly<Partial<Record<Operator, (value: string) => Comparison>>> = {
  exact: (value) => (identifier) => identifier === value,
  contain: (value) => (identifier) => identifier.includes(value),
  start: (value) => (identifier) => identifier.startsWith(value),
};

function testOf({ type, url }: Condition): Test {
  if (type === 'regexp') {
    const { fits, slow } = textPattern(url, ({ kind, identifier }) => (kind === 'event' ? [identifier] : []));
    // Sites have few events, and expressions take ten times as long as all else.
    const fitsAgain = remembering(fits);
    return Object.assign(
      ({ kind, identifier }: Subject) => kind === 'event' && fitsAgain(identifier),
      slow && { slow },
    );
  }
  const fits = COMPARISONS[type]?.(url);
  if (fits === undefined) return () => false;
  return ({ kind, identifier }) => kind === 'event' && fits(identifier);
}

export const action = defineGoalType({
  id: 'action',
  compile: ({ conditions }) => anyOf(conditions.map(testOf)),
  identifiers: ({ conditions }) =>
    conditions.every(({ type }) => type === 'exact') ? conditions.map(({ url }) => url) : null,
  examples: [
    {
      goal: one('exact', 'Jivo_Client_initiate_chat'),
      yes: [event('Jivo_Client_initiate_chat')],
      no: [event('jivo_client_initiate_chat'), event('Jivo_Client_initiate_chat2'), event('')],
    },
    {
      goal: one('contain', 'order'),
      yes: [event('order'), event('my_order_sent')],
      no: [event('Order'), event('ord'), { kind: 'view', url: 'https://shop.example/order' }],
    },
    {
      goal: one('start', 'ym-'),
      yes: [event('ym-'), event('ym-purchase')],
      no: [event('my-ym-purchase'), event('YM-purchase')],
    },
    {
      goal: one('regexp', '^order_(sent|paid)$'),
      yes: [event('order_sent'), event('order_paid')],
      no: [event('order_sent2'), event('Order_sent'), { kind: 'other' }],
    },
    {
      goal: {
        conditions: [...one('exact', 'call').conditions, ...one('contain', 'chat').conditions],
        steps: [],
      },
      yes: [event('call'), event('open_chat')],
      no: [event('callback')],
    },
    { goal: one('exact', 'заказ отправлен'), yes: [event('заказ отправлен')], no: [event('заказ')] },
  ],
});
