/** Goal type `a_begin_checkout`: a checkout that begins [G53]. */
import { shopGoal } from '../commerce/shop-goals.ts';

export const beginCheckout = shopGoal('a_begin_checkout', {
  action: 'checkout',
  ga4: 'begin_checkout',
  event: 'ym-begin-checkout',
});
