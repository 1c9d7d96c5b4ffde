/** Goal type `contact_data`: a field of contact data is filled in [G48]. */
import { CONTACT_KINDS, type GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_CONDITION_LENGTH, MAX_CONDITIONS } from '../limits.ts';

export const contactData = {
  id: 'contact_data',
  icon: 'contact',
  group: 'forms',
  fields: [
    {
      kind: 'conditions',
      name: 'conditions',
      operators: ['contact'],
      first: 'contact',
      min: 0,
      max: MAX_CONDITIONS,
      maxLength: MAX_CONDITION_LENGTH,
      values: CONTACT_KINDS,
    },
  ],
  facts: ['contact'],
} as const satisfies GoalTypeDescriptor;
