/** Goal type `cdp_order_cancelled`: an order of the CRM that is cancelled [G81]. */
import { uploadGoal } from '../uploads/upload-goal.ts';

export const cdpOrderCancelled = uploadGoal('cdp_order_cancelled');
