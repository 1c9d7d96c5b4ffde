/** Goal type `cdp_order_in_progress`: an order of the CRM that is in work [G81]. */
import { uploadGoal } from '../uploads/upload-goal.ts';

export const cdpOrderInProgress = uploadGoal('cdp_order_in_progress');
