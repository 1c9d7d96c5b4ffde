/** Goal type `a_create_order`: an order that is being paid or delivered [G53]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';

export const createOrder = {
  id: 'a_create_order',
  icon: 'order',
  group: 'shop',
  fields: [],
  facts: ['commerce', 'event'],
} as const satisfies GoalTypeDescriptor;
