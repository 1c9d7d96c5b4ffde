/** What a hit reaches [G1], within the bounds [G7, G8, G19]. New and stored hits are counted by it alike. */
import type { CompiledGoals, GoalDefinition, VisitSoFar } from '../../goals/index.ts';
import type { Hit } from '../decode/hit.ts';
import { placedPrice } from '../decode/price/placed.ts';
import { amountOf, isUnread, readPrice, type GivenPrice } from '../decode/price/price.ts';
import { awaitedAfter, placeOf, stillAwaited, type PlacedPrices } from '../visits/awaited-hits.ts';
import { countedOrders, countOrders } from '../visits/orders.ts';
import { addReach, isFull, isRepeated } from '../visits/reach.ts';
import type { Reach, Visit } from '../visits/visit.ts';
import { factOf, wholeFactOf, type CountedHit } from './fact-of.ts';

export type { CountedHit } from './fact-of.ts';

/** What of a visit is looked at, and kept of it for its next hit. */
export interface CountedVisit extends Pick<
  Visit,
  'hits' | 'views' | 'startedAt' | 'endedAt' | 'lastArrival' | 'activeSeconds' | 'goalMemory' | 'awaited'
> {
  reaches: Reach[] | null;
  orders: readonly number[] | null;
  source: { readonly trafficSource: string };
  earlier: CountedVisit | null;
}

export interface Counting {
  readonly hit: CountedHit;
  /** Kind of the visitor's device; empty: not known. */
  readonly device: string;
  /** As it stands with the hit. */
  readonly visit: CountedVisit;
  /** The visitor's visit opened last, with those kept with it. */
  readonly latest: () => CountedVisit | null;
  readonly goals: CompiledGoals;
  /** The counter's. */
  readonly currency: string;
  /** Hears of each goal that the hit fits and that is not counted. */
  readonly onUncounted?: (goalId: number, reason: UncountedReason) => void;
  /** Hears of each reach whose price stands where its goal says, and is not understood [G87]. */
  readonly onUnread?: (goalId: number) => void;
}

/** Why a goal that a hit fits is not counted [G7, G8]. */
export type UncountedReason = 'same_second' | 'visit_full';

interface ReachingHit extends Pick<Hit, 'at' | 'second' | 'arrivedAt' | 'price'> {
  /** What stands where the goal says; null: nothing. */
  readonly placed: Exclude<GivenPrice, null> | null;
}

const NONE: readonly Reach[] = Object.freeze([]);

/**
 * Adds what the hit reaches to its visit.
 * @returns the same, oldest first
 */
export function countReaches(counting: Counting): readonly Reach[] {
  const { hit, visit, goals, device, currency } = counting;
  const place = placeOf(hit, visit.hits);
  const soFar: VisitSoFar = hit.ecommerce === '' ? visit : withOrders(counting);
  const { reached, prices, late, memory } = goals.match(
    goals.asksMore ? wholeFactOf(hit, { device, currency, ...ordersOf(soFar) }) : factOf(hit),
    place,
    visit.goalMemory,
    soFar,
  );
  const made = reached.flatMap((goal) => {
    const said = prices.get(goal.id);
    const { at, second, arrivedAt } = hit;
    const by = { at, second, arrivedAt };
    // Of an order, the order says the price.
    return said === undefined
      ? reach(counting, goal, { ...by, price: hit.price, placed: placedOf(goal, hit) })
      : reach(counting, goal, { ...by, price: said && readPrice({ ...said }), placed: null });
  });
  if (hit.ecommerce !== '') countOrders(visit, hit.ecommerce);
  for (const { goal, place: earlier } of late) {
    const by = visit.awaited?.find((each) => each.place === earlier);
    if (by !== undefined)
      made.push(...reach(counting, goal, { ...by, placed: by.placed?.[goal.id] ?? null }));
  }
  if (memory !== visit.goalMemory) {
    visit.awaited = awaitedAfter(visit.awaited, hit, place, memory, () => placedPrices(goals, hit));
    if (late.length > 0) visit.awaited = stillAwaited(visit.awaited, memory);
    visit.goalMemory = memory;
  }
  return made.length > 0 ? made.toSorted((one, other) => one.at - other.at) : NONE;
}

/** The visit as goals of a hit with products look at it [G52]. */
function withOrders({ hit, visit, latest }: Counting): VisitSoFar {
  const { hits, views, startedAt, endedAt, activeSeconds, source } = visit;
  return {
    hits,
    views,
    startedAt,
    endedAt,
    activeSeconds,
    source,
    countedOrders: countedOrders(latest(), hit.arrivedAt),
  };
}

const ordersOf = ({ countedOrders: known }: VisitSoFar) =>
  known === undefined ? {} : { countedOrders: known };

const placedOf = ({ pricePlace }: GoalDefinition, hit: CountedHit): ReachingHit['placed'] =>
  pricePlace === undefined ? null : (placedPrice(pricePlace, hit)?.given ?? null);

/** For goals that a hit may reach once a late one has come [G29]. */
function placedPrices({ placed }: CompiledGoals, hit: CountedHit): PlacedPrices {
  const found = placed.flatMap((goal) => {
    const given = placedOf(goal, hit);
    return given === null ? [] : [[String(goal.id), given] as const];
  });
  return Object.fromEntries(found);
}

/** @param by the hit that reaches the goal: this one, or one that came before it */
function reach(
  { visit, latest, goals, currency: own, onUncounted, onUnread }: Counting,
  goal: GoalDefinition,
  by: ReachingHit,
): readonly Reach[] {
  if (isFull(visit.reaches ?? NONE, goals.behaviours, goal.id)) {
    onUncounted?.(goal.id, 'visit_full');
    return NONE;
  }
  if (isRepeated(latest(), goal.id, by)) {
    onUncounted?.(goal.id, 'same_second');
    return NONE;
  }
  if (by.placed !== null && isUnread(by.placed, own)) onUnread?.(goal.id);
  const { amount, currency } = amountOf(by.placed ?? by.price, own, goal.defaultPrice);
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
