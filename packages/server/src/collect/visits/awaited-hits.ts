/** Hits of a visit that may still reach a goal, once a late hit takes the step before theirs [G28–G30]. */
import { isAwaited, MAX_WAITING, placesAwaited, type GoalMemory } from '../../goals/index.ts';
import type { Hit } from '../decode/hit.ts';
import type { GivenPrice } from '../decode/price/price.ts';

/** A hit as a reach needs it; plain JSON. */
export interface AwaitedHit extends Pick<Hit, 'at' | 'second' | 'arrivedAt' | 'price'> {
  readonly place: number;
  /** What stands where goals say that their prices do, by goal; absent: nothing. */
  readonly placed?: PlacedPrices;
}

/** By goal id. */
export type PlacedPrices = Readonly<Record<string, Exclude<GivenPrice, null>>>;

/** A whole second may stand for any time within it. */
const REST_OF_SECOND_MS = 999;
/** More than a visit has hits [V4]. */
const HITS = 1_024;

/**
 * Puts the hits of a visit in the order of their own times, and those of one time in the order of their arrival.
 * A hit that carries whole seconds stands as late in its second as its arrival lets it: so it comes after what
 * arrived before it.
 * @param nth number of the hit in its visit, by arrival
 */
export function placeOf(
  { at, second, arrivedAt }: Pick<Hit, 'at' | 'second' | 'arrivedAt'>,
  nth: number,
): number {
  const latest = second === -1 ? at : Math.min(arrivedAt, second * 1_000 + REST_OF_SECOND_MS);
  return placeAt(latest, nth);
}

export function placeAt(milliseconds: number, nth: number): number {
  return milliseconds * HITS + nth;
}

/**
 * @param before hits that were awaited so far; null: none
 * @param memory what goals keep of the visit now, the hit at `place` taken into account
 * @param placedPrices asked where the hit is awaited
 */
export function awaitedAfter(
  before: readonly AwaitedHit[] | null,
  { at, second, arrivedAt, price }: Pick<Hit, 'at' | 'second' | 'arrivedAt' | 'price'>,
  place: number,
  memory: GoalMemory,
  placedPrices: () => PlacedPrices,
): readonly AwaitedHit[] | null {
  if (!isAwaited(memory, place)) return before;
  const placed = placedPrices();
  const more = Object.keys(placed).length === 0 ? {} : { placed };
  const hits = [...(before ?? []), { place, at, second, arrivedAt, price, ...more }];
  return hits.length > MAX_WAITING ? stillAwaited(hits, memory) : hits;
}

export function stillAwaited(
  hits: readonly AwaitedHit[] | null,
  memory: GoalMemory,
): readonly AwaitedHit[] | null {
  if (hits === null) return null;
  const places = placesAwaited(memory);
  const left = hits.filter(({ place }) => places.has(place));
  return left.length === 0 ? null : left;
}
