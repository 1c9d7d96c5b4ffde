/** Addresses that letters lead to. */
import { hostOf, isAmong } from '../../goals/index.ts';

export interface Links {
  /** In the console; null where the server was not told its own address. */
  conversation(counterId: number, conversationId: string): string | null;
  file(fileId: string): string | null;
}

/** @param publicUrl with no slash at its end; what a request says of it is not trusted here */
export function createLinks(publicUrl: string | null): Links {
  const at = (path: string) => (publicUrl === null ? null : publicUrl + path);
  return {
    conversation: (counterId, conversationId) =>
      at(`/counter/${counterId}/chat/inbox?conversation=${encodeURIComponent(conversationId)}`),
    file: (fileId) => at(`/chat/v1/files/${encodeURIComponent(fileId)}`),
  };
}

const MAX_PATH = 200;

/**
 * Where a visitor may go on with the conversation. The page is their own word, and the address that is mailed
 * may be a stranger's: it leads to the counter's own sites only, and carries none of what can be typed into a
 * query or a fragment.
 *
 * @param hosts the counter's own
 * @returns null where the counter has no site
 */
export function wayBack(page: string, hosts: readonly string[]): string | null {
  const url = URL.parse(page);
  const [home] = hosts;
  if (url !== null && /^https?:$/.test(url.protocol) && isAmong(hostOf(url.href), hosts)) {
    const isPlain = url.username === '' && url.password === '' && url.pathname.length <= MAX_PATH;
    return isPlain ? url.origin + url.pathname : `${url.protocol}//${url.host}/`;
  }
  return home === undefined ? null : `https://${home}/`;
}
