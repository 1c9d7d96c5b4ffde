/**
 * Uploads to the chat: `POST /chat/v1/files/<counter>` (a visitor, by their secret) and
 * `POST /api/v1/counters/<counter>/chat/files` (an operator). The body is the file's bytes and nothing else.
 */
import { z } from 'zod';
import { CHAT_REFUSALS, ChatFile } from './wire.ts';
import { ApiError } from '../management/errors.ts';

/** Its `id` goes into a message's `fileId`. */
export const FileUploaded = z.object({ file: ChatFile }).meta({ id: 'ChatFileUploaded' });
export type FileUploaded = z.infer<typeof FileUploaded>;

/** The API's error shape, and the chat's own word for it. */
export const FileRefused = ApiError.extend({ reason: z.enum(CHAT_REFUSALS) }).meta({
  id: 'ChatFileRefused',
});
export type FileRefused = z.infer<typeof FileRefused>;
