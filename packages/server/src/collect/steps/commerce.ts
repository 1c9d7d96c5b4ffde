/** Step: what the hit tells of products, orders and promotions, each order once [G52, M53]. */
import { readCommerce, readPromotions, withoutRepeated, type CommerceAction } from '../../goals/index.ts';
import { amountOf, readPrice } from '../decode/price/price.ts';
import { countedOrders } from '../visits/orders.ts';
import { type Draft, NO_COMMERCE, type Step } from './step.ts';

/** It stands before the goals, which note the orders of the hit as counted. */
export const commerce: Step = (draft) => {
  const { hit, counter, robot } = draft;
  draft.commerce = NO_COMMERCE;
  if (hit.ecommerce === '' || robot) return true;
  const known = countedOrders(counter.visits.latest(hit.visitor, draft.visit.robot), hit.arrivedAt);
  const actions = withoutRepeated(readCommerce(hit.ecommerce), known);
  const purchases = actions.filter(({ action }) => action === 'purchase');
  draft.commerce = {
    products: actions.flatMap((action) => productsOf(draft, action)),
    purchases: purchases.map((purchase) => purchaseOf(draft, purchase)),
    promotions: readPromotions(hit.ecommerce),
  };
  return true;
};

/** In the currency that goes with it, as prices of goals are read [G22–G24]. */
function priceOf({ counter }: Draft, { currency }: CommerceAction, price: unknown) {
  return amountOf(readPrice({ order_price: price, currency }), counter.config.currency, 0);
}

function productsOf(draft: Draft, action: CommerceAction) {
  const { currency } = priceOf(draft, action, 0);
  return action.products.map((product) => ({ action: action.action, ...product, currency }));
}

function purchaseOf(draft: Draft, action: CommerceAction) {
  const { amount, currency } = priceOf(draft, action, action.price);
  return { id: action.orderId, coupon: action.coupon, revenue: amount, currency };
}
