/** Files in the chat. */
export { type FileBytes } from './port.ts';
export { createChatFiles, type ChatFiles, type Upload, type UploadAnswer } from './chat-files.ts';
export { fileHeaders } from './headers.ts';
