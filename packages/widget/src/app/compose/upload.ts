/** Sends a file's bytes to the server, saying how far it is. */
import type { ChatFile, ChatRefusalReason } from '@goalpost/contract/chat';
import { CHAT_SECRET_HEADER, FILE_NAME_HEADER, MAX_FILE_BYTES } from '@goalpost/contract/chat/limits';
import { bag } from '../../shared/globals.ts';
import { fromJson } from '../../shared/json.ts';

export type Uploaded =
  | { readonly ok: true; readonly file: ChatFile }
  /** Null: no answer, or one that says nothing. */
  | { readonly ok: false; readonly reason: ChatRefusalReason | null };

export interface Upload {
  readonly done: Promise<Uploaded>;
  cancel(): void;
}

/** @param progress percent */
export function upload(url: string, secret: string, file: File, progress: (percent: number) => void): Upload {
  if (file.size > MAX_FILE_BYTES)
    return { done: Promise.resolve({ ok: false, reason: 'too_large' }), cancel: () => undefined };
  // Not `fetch`: it does not say how far it is.
  const request = new XMLHttpRequest();
  const done = new Promise<Uploaded>((resolve) => {
    request.upload.onprogress = ({ loaded, total }) => progress(Math.round((loaded / (total || 1)) * 100));
    request.onload = () => {
      const answer = bag(fromJson(request.responseText));
      const { file: stored, reason } = answer;
      if (request.status < 300 && stored) resolve({ ok: true, file: stored as ChatFile });
      else resolve({ ok: false, reason: (reason as ChatRefusalReason | undefined) ?? null });
    };
    request.onerror = request.onabort = () => resolve({ ok: false, reason: null });
  });
  request.open('POST', url);
  request.setRequestHeader(CHAT_SECRET_HEADER, secret);
  request.setRequestHeader(FILE_NAME_HEADER, encodeURIComponent(file.name.slice(0, 255)));
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return { done, cancel: () => request.abort() };
}
