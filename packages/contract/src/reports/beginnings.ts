/** How a conversation began; each is an event of the chat. Without the validator, for screens. */
export const CHAT_BEGINNINGS = ['visitor', 'invitation', 'operator', 'offline'] as const;
export type ChatBeginning = (typeof CHAT_BEGINNINGS)[number];
