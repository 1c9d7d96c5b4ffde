/** Goal type `active_time`: a visit whose pages were visible and used for so long, once a visit [G50]. */
import type { GoalFact } from '../fact.ts';
import { defineGoalType } from '../goal-type.ts';
import { onceAVisit } from '../once-a-visit.ts';

const active = (seconds: number): GoalFact => ({
  kind: 'engagement',
  url: `engagement://shop.example/?at=${seconds}&sd=0`,
  page: 'https://shop.example/',
});
const lasting = (duration: number) => ({ conditions: [], steps: [], fields: { duration } });

export const activeTime = defineGoalType({
  id: 'active_time',
  compile: ({ fields: { duration = Number.POSITIVE_INFINITY } = {} }) =>
    onceAVisit(duration, ({ kind, visit }) => kind === 'engagement' && visit.activeSeconds >= duration),
  identifiers: () => null,
  examples: [
    {
      goal: lasting(30),
      yes: [active(30), [active(20), active(10)]],
      no: [active(29), [active(20), active(9)], [active(30), active(30)], { kind: 'other' }],
    },
  ],
});
