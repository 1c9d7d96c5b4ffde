/** Numbers of the chat's wire, apart from its schemas: scripts on pages take them without the validator. */

export const CHAT_VERSION = 1;
/** Characters of a message after trimming [C10]. */
export const MAX_MESSAGE_LENGTH = 4_000;
export const MAX_FRAME_BYTES = 32 * 1024;
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Seconds between a client's heartbeats; hidden tabs may be slower by this factor. */
export const HEARTBEAT_SECONDS = 25;
