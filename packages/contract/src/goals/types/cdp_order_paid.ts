/** Goal type `cdp_order_paid`: an order of the CRM that is paid [G81]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';

export const cdpOrderPaid = {
  id: 'cdp_order_paid',
  icon: 'purchase',
  group: 'uploads',
  fields: [],
  facts: [],
} as const satisfies GoalTypeDescriptor;
