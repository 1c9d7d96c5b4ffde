/** Goal type `search`: a page of results of the site's own search [G39]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_CONDITION_LENGTH, MAX_CONDITIONS } from '../limits.ts';

export const search = {
  id: 'search',
  icon: 'search',
  group: 'events',
  fields: [
    {
      kind: 'conditions',
      name: 'conditions',
      operators: ['search'],
      first: 'search',
      min: 0,
      max: MAX_CONDITIONS,
      maxLength: MAX_CONDITION_LENGTH,
    },
  ],
  facts: ['view'],
} as const satisfies GoalTypeDescriptor;
