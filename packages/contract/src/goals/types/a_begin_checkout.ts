/** Goal type `a_begin_checkout`: a checkout that begins [G53]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';

export const beginCheckout = {
  id: 'a_begin_checkout',
  icon: 'checkout',
  group: 'shop',
  fields: [],
  facts: ['commerce', 'event'],
} as const satisfies GoalTypeDescriptor;
