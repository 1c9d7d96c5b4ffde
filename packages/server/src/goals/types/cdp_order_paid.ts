/** Goal type `cdp_order_paid`: an order of the CRM that is paid [G81]. */
import { uploadGoal } from '../uploads/upload-goal.ts';

export const cdpOrderPaid = uploadGoal('cdp_order_paid');
