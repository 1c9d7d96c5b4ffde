/** A goal has made itself: its owner may keep it, rename it or delete it. It is over as soon as it is told. */
import type { AlertKind } from './kind.ts';

export const goalMade: AlertKind = {
  id: 'goal_made',
  explainedBy: [],
  find: ({ made }) =>
    made.map(({ id, at }) => ({
      goalId: id,
      begin: at,
      found: at,
      over: at + 1,
      settled: false,
      observed: 1,
      expected: 0,
    })),
};
