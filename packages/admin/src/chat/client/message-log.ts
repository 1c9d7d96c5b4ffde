/** A conversation's messages: kept in the order of their numbers, each once [C1, C2]. Pure. */
import type { ChatMessage } from '@goalpost/contract/chat';
import type { Log } from './state.ts';

export function merged(log: Log, more: readonly ChatMessage[]): Log {
  const last = log.at(-1)?.seq ?? 0;
  const added = more.filter(({ seq }) => seq > last || !log.some((known) => known.seq === seq));
  if (added.length === 0) return log;
  const unique = [...new Map(added.map((message) => [message.seq, message])).values()];
  return [...log, ...unique].toSorted((a, b) => a.seq - b.seq);
}

/** Highest number up to which nothing is missing: what the server is told on return [C7]. */
export function completeTo(log: Log): number {
  let seq = 0;
  for (const message of log) {
    if (message.seq !== seq + 1) break;
    seq = message.seq;
  }
  return seq;
}
