/** Files in the chat. */
export type { FileBytes } from './bytes.ts';
export {
  createChatFiles,
  type ChatFiles,
  type ChatFilesDeps,
  type Upload,
  type UploadAnswer,
} from './chat-files.ts';
export { openDiskFiles } from './disk.ts';
export { fileHeaders } from './headers.ts';
export { UPLOAD_LIMITS, type UploadLimits } from './upload-limit.ts';
