/** Shortens e-commerce data: orders stay whole, with as many products as there is room for [G98]. */
import { readCommerce, type CommerceAction, type CommerceActionName, type Product } from './read-commerce.ts';

const GA4: Readonly<Record<CommerceActionName, string>> = {
  impressions: 'view_item_list',
  click: 'select_item',
  detail: 'view_item',
  add: 'add_to_cart',
  remove: 'remove_from_cart',
  checkout: 'begin_checkout',
  payment: 'add_payment_info',
  purchase: 'purchase',
  refund: 'refund',
};

/**
 * @param json of `__ym.ecommerce`, however long
 * @param isCut its end is missing, so that products may be missing, too
 * @returns JSON of at most `room` characters; empty: it tells of no action, or has room for none
 */
export function shortenCommerce(json: string, room: number, isCut: boolean): string {
  const actions = readCommerce(json).map((one) => ({ ...one, price: shortPrice(one, isCut) }));
  let left = actions.reduce((most, { products }) => Math.max(most, products.length), 0);
  for (;;) {
    const short = JSON.stringify(actions.map((one) => eventOf(one, left)));
    if (short.length <= room) return actions.length === 0 ? '' : short;
    if (left > 0) left = Math.floor(left * Math.min(0.9, room / short.length));
    else if (actions.length > 1) actions.pop();
    else return '';
  }
}
/** Given, and no price that can be understood [G23]. */
const UNREAD = '?';
const MAX_PRICE = 200;

function shortPrice({ price, isSum }: CommerceAction, isCut: boolean): unknown {
  // What products cost together is not known where some are missing.
  if (isCut && isSum) return UNREAD;
  if (price === undefined || typeof price === 'number') return price;
  return typeof price === 'string' && price.length <= MAX_PRICE ? price : UNREAD;
}

const eventOf = (
  { action, products, orderId, coupon, price, currency, goalId }: CommerceAction,
  count: number,
) => ({
  event: GA4[action],
  ecommerce: {
    transaction_id: orderId || undefined,
    value: price,
    currency: typeof currency === 'string' ? currency.slice(0, MAX_PRICE) : currency,
    coupon: coupon || undefined,
    goal_id: goalId || undefined,
    items: products.slice(0, count).map(itemOf),
  },
});

const itemOf = ({ list, price, discount, quantity, position, ...texts }: Product) => ({
  item_id: texts.id || undefined,
  item_name: texts.name || undefined,
  item_brand: texts.brand || undefined,
  item_category: texts.category || undefined,
  item_variant: texts.variant || undefined,
  coupon: texts.coupon || undefined,
  item_list_name: list || undefined,
  index: position || undefined,
  price: price ?? undefined,
  discount: discount ?? undefined,
  quantity: quantity === 1 ? undefined : quantity,
});
