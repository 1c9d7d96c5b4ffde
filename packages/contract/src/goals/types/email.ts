/** Goal type `email`: a click on a link that writes an e-mail [G35]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_CONDITIONS, MAX_EMAIL_LENGTH } from '../limits.ts';

export const email = {
  id: 'email',
  icon: 'email',
  group: 'clicks',
  fields: [
    {
      kind: 'conditions',
      name: 'conditions',
      operators: ['exact'],
      first: 'exact',
      min: 0,
      max: MAX_CONDITIONS,
      maxLength: MAX_EMAIL_LENGTH,
      needed: '@',
    },
  ],
  facts: ['link'],
} as const satisfies GoalTypeDescriptor;
