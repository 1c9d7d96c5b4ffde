/** Step: the goals that the hit reaches [G1], thinned out as the rules say [G7, G8, G19]. */
import type { GoalDefinition, GoalFact, VisitSoFar } from '../../goals/index.ts';
import type { Hit } from '../decode/hit.ts';
import { amountOf, readPrice } from '../decode/price/price.ts';
import { awaitedAfter, placeOf, stillAwaited } from '../visits/awaited-hits.ts';
import { countedOrders, countOrders } from '../visits/orders.ts';
import { addReach, isFull, isRepeated } from '../visits/reach.ts';
import type { Reach } from '../visits/visit.ts';
import type { Draft, Step } from './step.ts';

type ReachingHit = Pick<Hit, 'at' | 'second' | 'arrivedAt' | 'price'>;

const NONE: readonly Reach[] = Object.freeze([]);
const OTHER: GoalFact = Object.freeze({ kind: 'other' });

/** The hit as goals look at it. */
export function factOf({ kind, identifier, url, referrer, page, params, ecommerce }: Hit): GoalFact {
  switch (kind) {
    case 'event':
      return { kind, identifier, params, commerce: ecommerce };
    case 'view':
      return { kind, url, referrer, params, commerce: ecommerce };
    case 'link':
    case 'download':
    case 'form':
    case 'button':
    case 'contact':
    case 'engagement':
      return { kind, url, page, params, commerce: ecommerce };
    case 'params':
      return { kind, params, commerce: ecommerce };
    default:
      return params === '' && ecommerce === '' ? OTHER : { kind: 'other', params, commerce: ecommerce };
  }
}

export const goals: Step = (draft) => {
  const { hit, counter, visit, robot } = draft;
  draft.reaches = NONE;
  if (robot) return true;
  const place = placeOf(hit, visit.hits);
  const soFar = hit.ecommerce === '' ? visit : withOrders(draft);
  const matched = counter.goals.match(factOf(hit), place, visit.goalMemory, soFar);
  const { reached, prices, late, memory } = matched;
  const made = reached.flatMap((goal) => {
    const said = prices.get(goal.id);
    return reach(draft, goal, said === undefined ? hit : { ...hit, price: said && readPrice({ ...said }) });
  });
  if (hit.ecommerce !== '') countOrders(visit, hit.ecommerce);
  for (const { goal, place: earlier } of late) {
    const by = visit.awaited?.find((each) => each.place === earlier);
    if (by !== undefined) made.push(...reach(draft, goal, by));
  }
  if (memory !== visit.goalMemory) {
    visit.awaited = awaitedAfter(visit.awaited, hit, place, memory);
    if (late.length > 0) visit.awaited = stillAwaited(visit.awaited, memory);
    visit.goalMemory = memory;
  }
  if (made.length > 0) draft.reaches = made.toSorted((one, other) => one.at - other.at);
  return true;
};

/** The visit as goals of a hit with products look at it [G52]. */
function withOrders({ hit, counter, visit }: Draft): VisitSoFar {
  const { hits, views, startedAt, endedAt, activeSeconds } = visit;
  const latest = counter.visits.latest(hit.visitor, visit.robot);
  return { hits, views, startedAt, endedAt, activeSeconds, countedOrders: countedOrders(latest) };
}

/** @param by the hit that reaches the goal: this one, or one that came before it */
function reach({ hit, counter, visit }: Draft, goal: GoalDefinition, by: ReachingHit): readonly Reach[] {
  if (isFull(visit.reaches ?? NONE, counter.goals.behaviours, goal.id)) return NONE;
  if (isRepeated(counter.visits.latest(hit.visitor, visit.robot), goal.id, by)) return NONE;
  const { amount, currency } = amountOf(by.price, counter.config.currency, goal.defaultPrice);
  const made: Reach = {
    goalId: goal.id,
    at: by.at,
    second: by.second,
    arrivedAt: by.arrivedAt,
    price: amount,
    currency,
  };
  addReach(visit, made);
  return [made];
}
