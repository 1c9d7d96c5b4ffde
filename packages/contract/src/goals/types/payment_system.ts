/** Goal type `payment_system`: a return from the pages of a payment system [G40]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';

export const paymentSystem = {
  id: 'payment_system',
  icon: 'payment',
  group: 'events',
  fields: [],
  facts: ['view'],
} as const satisfies GoalTypeDescriptor;
