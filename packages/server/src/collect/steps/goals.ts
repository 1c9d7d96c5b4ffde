/** Step: the goals that the hit reaches [G1]; robots that are kept apart reach none [G19]. */
import type { Reach } from '../visits/visit.ts';
import { countReaches } from './count-reaches.ts';
import { wholeFactOf } from './fact-of.ts';
import { countNote, type Step } from './step.ts';
import { isSwitchedOff } from './switched-off.ts';

const NONE: readonly Reach[] = Object.freeze([]);

export const goals: Step = (draft, pass) => {
  const { hit, counter, visit, robot } = draft;
  const { currency } = counter.config;
  const device = draft.agent.category;
  const token = pass.watchedBrowsers.tokenOf(hit);
  const uncounted: { goalId: number; reason: 'same_second' | 'visit_full' }[] = [];
  draft.reaches =
    robot || isSwitchedOff(hit, counter.config)
      ? NONE
      : countReaches({
          hit,
          device,
          visit,
          latest: () => counter.visits.latest(hit.visitor, visit.robot),
          goals: counter.goals,
          currency,
          onUnread: () => countNote(pass, hit.counterId, 'price'),
          onUncounted: (goalId, reason) => void (token !== '' && uncounted.push({ goalId, reason })),
        });
  if (token !== '') {
    const { hits, views, startedAt, endedAt, activeSeconds, source } = visit;
    draft.tried = {
      token,
      fact: wholeFactOf(hit, { device, currency }),
      page: hit.page,
      visit: {
        hits,
        views,
        startedAt,
        endedAt,
        activeSeconds,
        source: { trafficSource: source.trafficSource },
      },
      uncounted,
      robot,
      reached: draft.reaches
        .filter(({ at }) => at === hit.at)
        .map(({ goalId, price, currency: of }) => ({ goalId, price, currency: of })),
      pagePrices: hit.pagePrices,
    };
  }
  return true;
};
