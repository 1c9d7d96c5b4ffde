/** Goal type `a_purchase`: a purchase, by whatever says so [G53]. */
import { shopGoal } from '../commerce/shop-goals.ts';

export const purchaseFound = shopGoal('a_purchase', {
  action: 'purchase',
  ga4: 'purchase',
  event: 'ym-purchase',
});
