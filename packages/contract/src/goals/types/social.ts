/** Goal type `social`: a click on a link to a social network [G37]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_CONDITION_LENGTH, MAX_CONDITIONS } from '../limits.ts';

export const social = {
  id: 'social',
  icon: 'social',
  group: 'clicks',
  fields: [
    {
      kind: 'conditions',
      name: 'conditions',
      operators: ['social', 'all_social'],
      first: 'all_social',
      min: 1,
      max: MAX_CONDITIONS,
      maxLength: MAX_CONDITION_LENGTH,
      dictionary: 'social_networks',
    },
  ],
  facts: ['link'],
} as const satisfies GoalTypeDescriptor;
