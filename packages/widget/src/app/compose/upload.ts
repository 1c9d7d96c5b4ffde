/** Sends a file's bytes to the server, saying how far it is. */
import type { ChatFile, ChatRefusalReason } from '@goalpost/contract/chat';
import { CHAT_SECRET_HEADER, FILE_NAME_HEADER } from '@goalpost/contract/chat/limits';
import { bag } from '../../shared/globals.ts';
import { fromJson } from '../../shared/json.ts';

/**
 * By calls: pages make anything of promises.
 * @param progress percent
 * @param done called once, later; with no file and perhaps a reason where it is not stored
 * @returns cancels it
 */
export function upload(
  url: string,
  secret: string,
  file: File,
  progress: (percent: number) => void,
  done: (stored?: ChatFile, reason?: ChatRefusalReason) => void,
): () => void {
  // Not `fetch`: it does not say how far it is.
  const request = new XMLHttpRequest();
  request.upload.onprogress = ({ loaded, total }) => progress(((100 * loaded) / total) | 0);
  request.onloadend = () => {
    const answer = bag(fromJson(request.responseText));
    done(answer['file'] as ChatFile | undefined, answer['reason'] as ChatRefusalReason | undefined);
  };
  request.open('POST', url);
  request.setRequestHeader(CHAT_SECRET_HEADER, secret);
  request.setRequestHeader(FILE_NAME_HEADER, encodeURIComponent(file.name.slice(0, 255)));
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return () => request.abort();
}
