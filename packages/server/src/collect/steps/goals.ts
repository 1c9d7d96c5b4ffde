/** Step: the goals that the hit reaches [G1]; robots that are kept apart reach none [G19]. */
import { decidingMark } from '../../goals/index.ts';
import { countedOrders } from '../visits/orders.ts';
import type { Reach } from '../visits/visit.ts';
import { countReaches } from './count-reaches.ts';
import { wholeFactOf } from './fact-of.ts';
import { countNote, type Step } from './step.ts';
import { isSwitchedOff } from './switched-off.ts';

const NONE: readonly Reach[] = Object.freeze([]);
const NO_ORDERS: ReadonlySet<number> = new Set();

export const goals: Step = (draft, pass) => {
  const { hit, counter, visit, robot } = draft;
  const { currency } = counter.config;
  const device = draft.agent.category;
  const token = pass.watchedBrowsers.tokenOf(hit);
  const uncounted: { goalId: number; reason: 'same_second' | 'visit_full' }[] = [];
  const switchedOff = isSwitchedOff(hit, counter.config);
  const latest = () => counter.visits.latest(hit.visitor, visit.robot);
  // Before the hit's own orders are noted as counted.
  const known = token !== '' && hit.ecommerce !== '' ? countedOrders(latest(), hit.arrivedAt) : NO_ORDERS;
  draft.reaches =
    robot || switchedOff
      ? NONE
      : countReaches({
          hit,
          device,
          visit,
          latest,
          goals: counter.goals,
          currency,
          onUnread: () => countNote(pass, hit.counterId, 'price'),
          onUncounted: (goalId, reason) => void (token !== '' && uncounted.push({ goalId, reason })),
        });
  if (token !== '') {
    const { hits, views, startedAt, endedAt, activeSeconds, source } = visit;
    draft.tried = {
      token,
      fact: wholeFactOf(hit, { device, currency, countedOrders: known }),
      page: hit.page,
      visit: {
        hits,
        views,
        startedAt,
        endedAt,
        activeSeconds,
        source: { trafficSource: source.trafficSource },
        countedOrders: known,
      },
      memory: visit.goalMemory,
      asked: Object.fromEntries(
        counter.config.goals
          .filter(({ status }) => status === 'Active')
          .map((goal) => [goal.id, decidingMark(goal)]),
      ),
      switchedOff,
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
