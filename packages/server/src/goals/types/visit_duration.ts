/** Goal type `visit_duration`: a visit that has lasted so long, at the hit that shows it [G41]. */
import type { GoalFact } from '../fact.ts';
import { defineGoalType } from '../goal-type.ts';
import { onceAVisit } from '../once-a-visit.ts';

const view: GoalFact = { kind: 'view', url: 'https://shop.example/' };
const lasting = (duration: number) => ({ conditions: [], steps: [], fields: { duration } });

export const visitDuration = defineGoalType({
  id: 'visit_duration',
  compile: ({ fields: { duration = Number.POSITIVE_INFINITY } = {} }) =>
    onceAVisit(duration, ({ visit }) => visit.endedAt - visit.startedAt >= duration),
  identifiers: () => null,
  examples: [
    {
      goal: lasting(60),
      yes: [
        [view, { ...view, after: 60 }],
        [view, { kind: 'other', after: 61 }],
      ],
      no: [view, [view, { ...view, after: 59 }], [view, { ...view, after: 60 }, { ...view, after: 5 }]],
    },
  ],
});
