/** Goal type `contact_data_sent`: a form with contact data is sent [G48]. */
import { onContact, contactExamples } from '../done/contact-data.ts';
import { defineGoalType } from '../goal-type.ts';

export const contactDataSent = defineGoalType({
  id: 'contact_data_sent',
  compile: ({ conditions }) => onContact('sent', conditions),
  identifiers: () => null,
  examples: contactExamples('sent'),
});
