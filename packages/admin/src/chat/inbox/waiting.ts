/** How long visitors may wait, where the counter's own limits are not known yet. */
import type { ChatWaiting } from '@goalpost/contract/chat';

export const USUAL_WAITING: ChatWaiting = { soon: 60, late: 180 };
