/** Goal type `form`: a form that is sent [G45]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_CONDITION_LENGTH, MAX_CONDITIONS } from '../limits.ts';

export const form = {
  id: 'form',
  icon: 'form',
  group: 'forms',
  fields: [
    {
      kind: 'conditions',
      name: 'conditions',
      operators: ['id', 'name', 'path', 'page'],
      first: 'id',
      min: 0,
      max: MAX_CONDITIONS,
      maxLength: MAX_CONDITION_LENGTH,
    },
  ],
  facts: ['form'],
} as const satisfies GoalTypeDescriptor;
