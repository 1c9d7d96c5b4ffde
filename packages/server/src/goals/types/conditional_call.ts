/** Goal type `conditional_call`: an uploaded call that its source marks as meant [G81]. */
import { uploadGoal } from '../uploads/upload-goal.ts';

export const conditionalCall = uploadGoal('conditional_call');
