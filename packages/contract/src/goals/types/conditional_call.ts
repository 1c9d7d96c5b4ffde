/** Goal type `conditional_call`: an uploaded call that its source marks as meant [G81]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';

export const conditionalCall = {
  id: 'conditional_call',
  icon: 'phone',
  group: 'uploads',
  fields: [],
  facts: [],
} as const satisfies GoalTypeDescriptor;
