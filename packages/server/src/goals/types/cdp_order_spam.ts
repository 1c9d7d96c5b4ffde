/** Goal type `cdp_order_spam`: an order of the CRM that is spam [G81]. */
import { uploadGoal } from '../uploads/upload-goal.ts';

export const cdpOrderSpam = uploadGoal('cdp_order_spam');
