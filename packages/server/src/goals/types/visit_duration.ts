/** Goal type `visit_duration`: a visit that has lasted so long, at the hit that shows it [G41]. */
import type { GoalFact } from '../fact.ts';
import { defineGoalType } from '../goal-type.ts';

const REACHED_NONE = Object.freeze([]);

const view: GoalFact = { kind: 'view', url: 'https://shop.example/' };
const lasting = (duration: number) => ({ conditions: [], steps: [], fields: { duration } });

export const visitDuration = defineGoalType({
  id: 'visit_duration',
  compile: ({ fields }) => {
    const duration = fields?.duration ?? Number.POSITIVE_INFINITY;
    return {
      match({ visit }, place, memory) {
        // What was kept for another duration is of the goal before an edit [G17].
        if (memory?.mark === duration) return { reached: REACHED_NONE, memory };
        if (visit.endedAt - visit.startedAt < duration) return { reached: REACHED_NONE, memory: null };
        return { reached: [place], memory: { mark: duration, taken: [], waiting: [] } };
      },
      slow: [],
    };
  },
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
