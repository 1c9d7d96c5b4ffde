/** Goal type `e_cart`: products put into the cart, as e-commerce data says [G51]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';

export const cartGoal = {
  id: 'e_cart',
  icon: 'cart',
  group: 'shop',
  fields: [],
  facts: ['commerce'],
} as const satisfies GoalTypeDescriptor;
