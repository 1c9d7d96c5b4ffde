/** Goal type `a_create_order`: an order that is being paid or delivered [G53]. */
import { shopGoal } from '../commerce/shop-goals.ts';

export const createOrder = shopGoal('a_create_order', {
  action: 'payment',
  ga4: 'add_payment_info',
  event: 'ym-add-payment-info',
});
