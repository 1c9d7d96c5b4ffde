/** Goal type `step`: 2–5 events and page views in a row, within one visit [G2, G28]. */
import type { Step } from '@goalpost/contract/goals';
import type { GoalFact } from '../fact.ts';
import { fitsAddress } from '../addresses/by-address-alone.ts';
import { fingerprint } from '../steps/fingerprint.ts';
import { defineGoalType } from '../goal-type.ts';
import { stepParts, type StepPart } from '../steps/step-parts.ts';
import { STEP_GOAL_TYPES } from '../steps/step-types.ts';
import { takeSteps, type StepsTaken } from '../steps/steps-taken.ts';

const event = (identifier: string): GoalFact => ({ kind: 'event', identifier });
const view = (address: string): GoalFact => ({ kind: 'view', url: address });
const onEvent = (value: string): Step => ({
  name: '',
  type: 'action',
  conditions: [{ type: 'exact', url: value }],
});
const onView = (value: string): Step => ({
  name: '',
  type: 'url',
  conditions: [{ type: 'exact', url: value }],
});

const asGoal = ({ conditions }: StepPart) => ({ conditions, steps: [] });

/** What of steps decides; their names do not. */
const decisive = (steps: readonly Step[]) =>
  steps.map(({ type, conditions }) => [
    type,
    conditions.map((c) => (c.path === undefined ? [c.type, c.url] : [c.type, c.url, c.path])),
  ]);

export const step = defineGoalType({
  id: 'step',
  compile({ steps }) {
    const typed = steps.map((one) =>
      stepParts(one).map((part) => ({
        type: part.type,
        matcher: STEP_GOAL_TYPES[part.type].compile(asGoal(part)),
      })),
    );
    const parts = typed.map((step) => step.map(({ matcher }) => matcher));
    const last = parts.length - 1;
    const none: StepsTaken = { mark: fingerprint(decisive(steps)), taken: [], waiting: [] };
    return {
      mark: none.mark,
      fitsAddress: fitsAddress(typed.flat()),
      match(subject, place, memory) {
        const before = memory?.mark === none.mark ? memory : none;
        const fits = (number: number): boolean =>
          parts[number]?.some(
            (part) => part.test?.(subject) ?? part.match(subject, place, null).reached.length === 1,
          ) ?? false;
        const { steps: after, reached } = takeSteps(before, place, fits, last);
        return { reached, memory: after === none ? null : after };
      },
      slow: parts.flat().flatMap(({ slow }) => slow),
    };
  },
  identifiers: () => null,
  examples: [
    {
      goal: { conditions: [], steps: [onView('/cart'), onEvent('order_sent')] },
      yes: [
        [view('https://shop.example/cart'), event('order_sent')],
        [
          view('https://shop.example/cart'),
          { kind: 'other' },
          view('https://shop.example/'),
          event('order_sent'),
        ],
        [view('https://shop.example/cart'), event('order_sent'), event('order_sent')],
      ],
      no: [
        event('order_sent'),
        [event('order_sent'), view('https://shop.example/cart')],
        [view('https://shop.example/cart'), view('https://shop.example/cart')],
      ],
    },
    {
      goal: {
        conditions: [],
        steps: [
          {
            name: '',
            type: 'url',
            conditions: [
              { type: 'exact', url: '/cart' },
              { type: 'action', url: 'cart' },
              { type: 'contain_action', url: 'basket' },
              { type: 'regexp_action', url: '^buy\\d$' },
            ],
          },
          onEvent('order_sent'),
        ],
      },
      yes: [
        [view('https://shop.example/cart'), event('order_sent')],
        [event('cart'), event('order_sent')],
        [event('my_basket'), event('order_sent')],
        [event('buy1'), event('order_sent')],
      ],
      no: [
        [event('/cart'), event('order_sent')],
        [view('https://shop.example/basket'), event('order_sent')],
      ],
    },
    {
      goal: { conditions: [], steps: [onEvent('a'), onEvent('a'), onEvent('b')] },
      yes: [[event('a'), event('a'), event('b')]],
      no: [
        [event('a'), event('b')],
        [event('b'), event('a'), event('a')],
      ],
    },
  ],
});
