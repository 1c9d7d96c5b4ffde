/** Goal type `cdp_order_spam`: an order of the CRM that is spam [G81]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';

export const cdpOrderSpam = {
  id: 'cdp_order_spam',
  icon: 'order',
  group: 'uploads',
  fields: [],
  facts: [],
} as const satisfies GoalTypeDescriptor;
