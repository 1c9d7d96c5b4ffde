/** Goal type `contact_data_sent`: a form with contact data is sent [G48]. */
import { CONTACT_KINDS, type GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_CONDITION_LENGTH, MAX_CONDITIONS } from '../limits.ts';

export const contactDataSent = {
  id: 'contact_data_sent',
  icon: 'contact-sent',
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
