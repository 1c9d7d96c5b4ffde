/** Goal type `call`: an uploaded call [G81]. */
import { uploadGoal } from '../uploads/upload-goal.ts';

export const call = uploadGoal('call');
