/** Step: the goals that the hit reaches [G1]; robots that are kept apart reach none [G19]. */
import type { Reach } from '../visits/visit.ts';
import { countReaches, factOf } from './count-reaches.ts';
import type { Step } from './step.ts';
import { isSwitchedOff } from './switched-off.ts';

const NONE: readonly Reach[] = Object.freeze([]);

export const goals: Step = (draft, pass) => {
  const { hit, counter, visit, robot } = draft;
  const token = pass.watchedBrowsers.tokenOf(hit);
  const uncounted: { goalId: number; reason: 'same_second' | 'visit_full' }[] = [];
  draft.reaches =
    robot || isSwitchedOff(hit, counter.config)
      ? NONE
      : countReaches({
          hit,
          visit,
          latest: () => counter.visits.latest(hit.visitor, visit.robot),
          goals: counter.goals,
          currency: counter.config.currency,
          onUncounted: (goalId, reason) => void (token !== '' && uncounted.push({ goalId, reason })),
        });
  if (token !== '') {
    const { hits, views, startedAt, endedAt, activeSeconds } = visit;
    draft.tried = {
      token,
      fact: factOf(hit),
      page: hit.page,
      visit: { hits, views, startedAt, endedAt, activeSeconds },
      uncounted,
      robot,
    };
  }
  return true;
};
