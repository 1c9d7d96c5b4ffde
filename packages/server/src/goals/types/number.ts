/** Goal type `number`: the page view that makes so many of a visit [G31]. */
import type { GoalFact } from '../fact.ts';
import { defineGoalType } from '../goal-type.ts';

const REACHED_NONE = Object.freeze({ reached: Object.freeze([]), memory: null });

const view: GoalFact = { kind: 'view', url: 'https://shop.example/' };
const event: GoalFact = { kind: 'event', identifier: 'order_sent' };
const other: GoalFact = { kind: 'other' };
const depth = (count: number) => ({ conditions: [], steps: [], fields: { depth: count } });

export const number = defineGoalType({
  id: 'number',
  compile: ({ fields }) => ({
    // Once a visit without a memory: exactly one page view makes exactly so many.
    match: ({ visit }, place) =>
      visit.views === fields?.depth ? { reached: [place], memory: null } : REACHED_NONE,
    slow: [],
  }),
  identifiers: () => null,
  examples: [
    {
      goal: depth(2),
      yes: [
        [view, view],
        [view, event, other, view],
      ],
      no: [view, [view, event], [view, view, view], [view, view, event]],
    },
    { goal: depth(3), yes: [[view, view, view]], no: [[view, view], Array.from({ length: 4 }, () => view)] },
  ],
});
