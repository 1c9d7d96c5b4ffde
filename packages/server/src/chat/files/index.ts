/** Files in the chat. */
export { FilesUnavailable, HEAD_BYTES, type FileBytes, type Received } from './port.ts';
export {
  createChatFiles,
  type ChatFiles,
  type ChatFilesDeps,
  type Upload,
  type UploadAnswer,
} from './chat-files.ts';
export { fileHeaders } from './headers.ts';
export { UPLOAD_LIMITS, type UploadLimits } from './upload-limit.ts';
