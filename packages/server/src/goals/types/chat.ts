/** Goal type `chat`: an uploaded conversation of a messenger [G81]. */
import { uploadGoal } from '../uploads/upload-goal.ts';

export const chat = uploadGoal('chat');
