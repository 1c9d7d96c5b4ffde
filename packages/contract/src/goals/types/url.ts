/** Goal type `url`: a page view, known by its address [G2, G20]. */
import { TEXT_OPERATORS, type GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_CONDITION_LENGTH, MAX_CONDITIONS } from '../limits.ts';

export const url = {
  id: 'url',
  icon: 'page',
  group: 'events',
  fields: [
    {
      kind: 'conditions',
      name: 'conditions',
      operators: TEXT_OPERATORS,
      first: 'contain',
      min: 1,
      max: MAX_CONDITIONS,
      maxLength: MAX_CONDITION_LENGTH,
    },
  ],
  facts: ['view'],
} as const satisfies GoalTypeDescriptor;
