/** Goal type `chat`: an uploaded conversation of a messenger [G81]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';

export const chat = {
  id: 'chat',
  icon: 'messenger',
  group: 'uploads',
  fields: [],
  facts: [],
} as const satisfies GoalTypeDescriptor;
