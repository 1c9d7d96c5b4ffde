/** Goal type `e_purchase`: an order, as e-commerce data says [G51, G52]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';

export const purchaseGoal = {
  id: 'e_purchase',
  icon: 'purchase',
  group: 'shop',
  fields: [],
  facts: ['commerce'],
} as const satisfies GoalTypeDescriptor;
