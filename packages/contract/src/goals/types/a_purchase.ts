/** Goal type `a_purchase`: a purchase, by whatever says so [G53]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';

export const purchaseFound = {
  id: 'a_purchase',
  icon: 'purchase',
  group: 'shop',
  fields: [],
  facts: ['commerce', 'event'],
} as const satisfies GoalTypeDescriptor;
