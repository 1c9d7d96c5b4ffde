/** Goal type `cdp_order_cancelled`: an order of the CRM that is cancelled [G81]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';

export const cdpOrderCancelled = {
  id: 'cdp_order_cancelled',
  icon: 'order',
  group: 'uploads',
  fields: [],
  facts: [],
} as const satisfies GoalTypeDescriptor;
