/** Orders that count once, however often the page reports them [G52]. */
import { textHash } from '../steps/fingerprint.ts';
import { readCommerce, type CommerceAction } from './read-commerce.ts';

/** What is kept of an order's id. */
const orderKey = (orderId: string): number => textHash(orderId);

/** Without purchases that were counted before, or stand twice in the hit. */
export function withoutRepeated(
  actions: readonly CommerceAction[],
  known: ReadonlySet<number>,
): readonly CommerceAction[] {
  const seen = new Set(known);
  return actions.filter(({ action, orderId }) => {
    if (action !== 'purchase' || orderId === '') return true;
    const key = orderKey(orderId);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

export const ordersOf = (actions: readonly CommerceAction[]): readonly number[] =>
  actions.flatMap(({ action, orderId }) =>
    action === 'purchase' && orderId !== '' ? [orderKey(orderId)] : [],
  );

/** Price and currency as params give them, to be read as those are [G22–G24]. */
export interface SaidPrice {
  readonly order_price: unknown;
  readonly currency: unknown;
}

/** Of several orders in one currency the sum, where all are numbers; else the first one's. Null: none is said. */
export function priceOf(purchases: readonly CommerceAction[]): SaidPrice | null {
  const priced = purchases.filter(({ price }) => price !== undefined);
  const [first] = priced;
  if (first === undefined) return null;
  const isSum = priced.every(
    ({ price, currency }) => typeof price === 'number' && currency === first.currency,
  );
  const sum = priced.reduce((all, { price }) => all + Math.round(Number(price) * 100), 0) / 100;
  return { order_price: isSum ? sum : first.price, currency: first.currency };
}

/** Of the hit's orders; null: they say none. Undefined: it has no order that was not counted before. */
export function orderPriceOf(
  commerce: string,
  known: ReadonlySet<number> = new Set(),
): SaidPrice | null | undefined {
  const orders = withoutRepeated(readCommerce(commerce), known).filter(({ action }) => action === 'purchase');
  return orders.length === 0 ? undefined : priceOf(orders);
}
