/** Goal type `call`: an uploaded call [G81]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';

export const call = {
  id: 'call',
  icon: 'phone',
  group: 'uploads',
  fields: [],
  facts: [],
} as const satisfies GoalTypeDescriptor;
