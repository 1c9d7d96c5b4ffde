/** Goal type `button`: a click on a button [G46, G47]. */
import { ELEMENT_OPERATORS, type GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_CONDITION_LENGTH, MAX_CONDITIONS } from '../limits.ts';

export const button = {
  id: 'button',
  icon: 'button',
  group: 'clicks',
  fields: [
    {
      kind: 'conditions',
      name: 'conditions',
      operators: ELEMENT_OPERATORS,
      first: 'text',
      min: 0,
      max: MAX_CONDITIONS,
      maxLength: MAX_CONDITION_LENGTH,
    },
  ],
  facts: ['button'],
} as const satisfies GoalTypeDescriptor;
