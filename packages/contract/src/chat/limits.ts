/** Numbers of the chat's wire, apart from its schemas: scripts on pages take them without the validator. */

export const CHAT_VERSION = 1;
/** Characters of a message after trimming [C10]. */
export const MAX_MESSAGE_LENGTH = 4_000;
export const MAX_FRAME_BYTES = 32 * 1024;
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** How long a visit may last that the widget tells of, milliseconds; and its pages. */
export const MAX_VISIT_AGE = 48 * 3_600_000;
export const MAX_VISIT_PAGES = 1_000;
/** Seconds between a client's heartbeats; hidden tabs may be slower by this factor. */
export const HEARTBEAT_SECONDS = 25;

/**
 * Pause before a client's next try to connect; each is twice as long as the one before.
 * @param failures before this pause, in a row
 * @param chance 0 to 1: a server that comes back is not run over by everyone at once
 */
export const reconnectMs = (failures: number, firstMs: number, longestMs: number, chance: number): number =>
  Math.min(longestMs, firstMs * 2 ** Math.min(failures, 10)) * (0.5 + chance / 2);

/** The file's name, by `encodeURIComponent`. */
export const FILE_NAME_HEADER = 'x-goalpost-file-name';
/** The secret that `welcome` gave [C4]; visitors only. */
export const CHAT_SECRET_HEADER = 'x-goalpost-chat-secret';

/** Where a file is had by its id; a relative address of the server. */
export const fileAddress = (fileId: string): string => `/chat/v1/files/${fileId}`;

/** For `<input type=file accept=…>`. What a file is, its first bytes decide, not its name. */
export const FILE_ACCEPT =
  'image/png,image/jpeg,image/gif,image/webp,application/pdf,text/plain,.txt,.csv,.log,.zip,.rar,.7z,.gz,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.rtf,.odt,.ods,.odp,.heic,.heif,.avif,.tif,.tiff,.bmp,.3gp,.webm,.wav,.amr,audio/mpeg,audio/ogg,video/mp4';
