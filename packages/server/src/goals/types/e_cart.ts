/** Goal type `e_cart`: products put into the cart [G51]. */
import { shopGoal } from '../commerce/shop-goals.ts';

export const cartGoal = shopGoal('e_cart', { action: 'add', ga4: 'add_to_cart' });
