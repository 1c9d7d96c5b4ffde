/** Orders of a visitor that were counted, so that each counts once [G52]. */
import { ordersOf, readCommerce } from '../../goals/index.ts';

/** The latest of a visit that are kept. */
const MAX_ORDERS = 20;

interface Counted {
  orders: readonly number[] | null;
  readonly earlier: Counted | null;
}

/** Of the visitor's visits that are kept. */
export function countedOrders(latest: Counted | null): ReadonlySet<number> {
  const known = new Set<number>();
  for (let visit = latest; visit !== null; visit = visit.earlier) {
    for (const order of visit.orders ?? []) known.add(order);
  }
  return known;
}

export function countOrders(visit: Counted, commerce: string): void {
  const orders = ordersOf(readCommerce(commerce));
  if (orders.length > 0) visit.orders = [...new Set([...(visit.orders ?? []), ...orders])].slice(-MAX_ORDERS);
}
