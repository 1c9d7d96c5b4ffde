/** Orders of a visitor that were counted, so that each counts once [G52]. */
import { MAX_LATENESS_SECONDS } from '@goalpost/contract/wire';
import { ordersOf, readCommerce } from '../../goals/index.ts';

/** The latest of a visit that are kept. */
const MAX_ORDERS = 20;

interface Counted {
  orders: readonly number[] | null;
  /** Arrival of its latest hit, Unix seconds. */
  readonly lastArrival: number;
  readonly earlier: Counted | null;
}

/**
 * Of the visitor's visits that a hit came to lately: how long others are kept depends on what else comes [G93].
 * @param arrivedAt of the hit that is counted, in milliseconds
 */
export function countedOrders(latest: Counted | null, arrivedAt: number): ReadonlySet<number> {
  const since = Math.floor(arrivedAt / 1_000) - MAX_LATENESS_SECONDS;
  const known = new Set<number>();
  for (let visit = latest; visit !== null; visit = visit.earlier) {
    if (visit.lastArrival < since) continue;
    for (const order of visit.orders ?? []) known.add(order);
  }
  return known;
}

export function countOrders(visit: Counted, commerce: string): void {
  const orders = ordersOf(readCommerce(commerce));
  if (orders.length > 0) visit.orders = [...new Set([...(visit.orders ?? []), ...orders])].slice(-MAX_ORDERS);
}
