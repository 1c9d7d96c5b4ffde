/** Goal type `messenger`: a click on a link that opens a messenger [G37]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_CONDITION_LENGTH, MAX_CONDITIONS } from '../limits.ts';

export const messenger = {
  id: 'messenger',
  icon: 'messenger',
  group: 'clicks',
  fields: [
    {
      kind: 'conditions',
      name: 'conditions',
      operators: ['messenger'],
      first: 'messenger',
      min: 0,
      max: MAX_CONDITIONS,
      maxLength: MAX_CONDITION_LENGTH,
      dictionary: 'messengers',
    },
  ],
  facts: ['link'],
} as const satisfies GoalTypeDescriptor;
