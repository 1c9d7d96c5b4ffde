/** Sends a file up: its bytes and nothing else, the name beside them. */
import type { ChatFile, ChatRefusalReason } from '@goalpost/contract/chat';
import { FILE_NAME_HEADER } from '@goalpost/contract/chat/limits';
import { ours } from '../../api/address/address.ts';

export type UploadOutcome =
  | { readonly ok: true; readonly file: ChatFile }
  | { readonly ok: false; readonly reason: ChatRefusalReason };

export async function uploadFile(counterId: number, file: File): Promise<UploadOutcome> {
  try {
    const response = await fetch(ours(`/api/v1/counters/${counterId}/chat/files`), {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': file.type || 'application/octet-stream',
        [FILE_NAME_HEADER]: encodeURIComponent(file.name),
      },
      body: file,
    });
    const answer: unknown = await response.json();
    const { FileRefused, FileUploaded } = await import('./file-shapes.ts');
    if (response.ok) return { ok: true, file: FileUploaded.parse(answer).file };
    return { ok: false, reason: FileRefused.safeParse(answer).data?.reason ?? 'unavailable' };
  } catch {
    return { ok: false, reason: 'unavailable' };
  }
}
