/** Goal type `phone`: a click on a telephone number [G36]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_CONDITIONS, MAX_PHONE_LENGTH } from '../limits.ts';

export const phone = {
  id: 'phone',
  icon: 'phone',
  group: 'clicks',
  fields: [
    {
      kind: 'conditions',
      name: 'conditions',
      operators: ['exact'],
      first: 'exact',
      min: 0,
      max: MAX_CONDITIONS,
      maxLength: MAX_PHONE_LENGTH,
      needed: '0123456789',
    },
    { kind: 'flag', name: 'hide_phone_number' },
  ],
  facts: ['link'],
} as const satisfies GoalTypeDescriptor;
