/** Files in the chat. */
export type { BucketSettings } from './bucket-request.ts';
export { FilesUnavailable, type FileBytes } from './bytes.ts';
export {
  createChatFiles,
  type ChatFiles,
  type ChatFilesDeps,
  type Upload,
  type UploadAnswer,
} from './chat-files.ts';
export { openDiskFiles } from './disk.ts';
export { fileHeaders } from './headers.ts';
export { openS3Files, type S3Files } from './s3.ts';
export { UPLOAD_LIMITS, type UploadLimits } from './upload-limit.ts';
