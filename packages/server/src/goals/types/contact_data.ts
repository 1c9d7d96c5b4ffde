/** Goal type `contact_data`: a field of contact data is filled in [G48]. */
import { onContact, contactExamples } from '../done/contact-data.ts';
import { defineGoalType } from '../goal-type.ts';

export const contactData = defineGoalType({
  id: 'contact_data',
  compile: ({ conditions }) => onContact('filled', conditions),
  identifiers: () => null,
  examples: contactExamples('filled'),
});
