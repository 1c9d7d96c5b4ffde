/** Goal type `cdp_order_in_progress`: an order of the CRM that is in work [G81]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';

export const cdpOrderInProgress = {
  id: 'cdp_order_in_progress',
  icon: 'order',
  group: 'uploads',
  fields: [],
  facts: [],
} as const satisfies GoalTypeDescriptor;
