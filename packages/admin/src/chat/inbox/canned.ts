/** Which canned replies a text that begins with `/` asks for. Pure. */
import type { CannedReply } from '@goalpost/contract/chat';

const ASKS = /^\/(\S*)$/;
const MAX_SHOWN = 8;

/** @returns null: the text asks for none */
export function cannedFor(text: string, canned: readonly CannedReply[]): readonly CannedReply[] | null {
  const asked = ASKS.exec(text)?.[1]?.toLocaleLowerCase();
  if (asked === undefined) return null;
  const starts = canned.filter(({ shortcut }) => shortcut.toLocaleLowerCase().startsWith(asked));
  const holds = canned.filter(
    (reply) => !starts.includes(reply) && reply.text.toLocaleLowerCase().includes(asked),
  );
  return [...starts, ...holds].slice(0, MAX_SHOWN);
}
