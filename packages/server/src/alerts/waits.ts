/** From messages of the chat to who waited for how long. Pure. */
import type { Wait } from './kinds/kind.ts';

export interface ChatLine {
  readonly conversation: string;
  /** `end`: the conversation was closed. */
  readonly by: 'visitor' | 'operator' | 'end';
  readonly at: number;
}

/** @param lines of each conversation in the order in which they were said */
export function waitsOf(lines: readonly ChatLine[]): Wait[] {
  const open = new Map<string, number>();
  const found: Wait[] = [];
  for (const { conversation, by, at } of lines) {
    const from = open.get(conversation);
    if (by === 'visitor') {
      if (from === undefined) open.set(conversation, at);
    } else if (from !== undefined) {
      found.push({ from, until: at });
      open.delete(conversation);
    }
  }
  const still = [...open.values()].map((from) => ({ from, until: null }));
  return [...found, ...still].toSorted((one, other) => one.from - other.from);
}
