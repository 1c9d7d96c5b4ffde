/** Goal type `file`: a download [G38]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_CONDITION_LENGTH, MAX_CONDITIONS } from '../limits.ts';

export const file = {
  id: 'file',
  icon: 'file',
  group: 'clicks',
  fields: [
    {
      kind: 'conditions',
      name: 'conditions',
      operators: ['file', 'all_files'],
      first: 'file',
      min: 1,
      max: MAX_CONDITIONS,
      maxLength: MAX_CONDITION_LENGTH,
    },
  ],
  facts: ['download'],
} as const satisfies GoalTypeDescriptor;
