/** Step: the goals that the hit reaches [G1]; robots that are kept apart reach none [G19]. */
import type { Reach } from '../visits/visit.ts';
import { countReaches } from './count-reaches.ts';
import type { Step } from './step.ts';

const NONE: readonly Reach[] = Object.freeze([]);

export const goals: Step = (draft) => {
  const { hit, counter, visit, robot } = draft;
  draft.reaches = robot
    ? NONE
    : countReaches({
        hit,
        visit,
        latest: () => counter.visits.latest(hit.visitor, visit.robot),
        goals: counter.goals,
        currency: counter.config.currency,
      });
  return true;
};
