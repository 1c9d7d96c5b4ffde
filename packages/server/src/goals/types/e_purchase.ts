/** Goal type `e_purchase`: an order, as e-commerce data says [G51, G52]. */
import { shopGoal } from '../commerce/shop-goals.ts';

export const purchaseGoal = shopGoal('e_purchase', { action: 'purchase', ga4: 'purchase' });
