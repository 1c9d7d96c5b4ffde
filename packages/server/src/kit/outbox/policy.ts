/** How often a kind of stored work is tried, after which pauses, and when it is given up. */
import { pauseAfter, type Pauses } from '../retry.ts';

export interface OutboxPolicy {
  /** How long a node holds what it works on; longer than one try takes. */
  readonly claimMs: number;
  /** After the first failed try, the second, …; the last one stays. */
  readonly pausesMs: Pauses;
  /** Tries until it is given up. */
  readonly tries?: number;
  /** Age at which it is given up. */
  readonly giveUpMs?: number;
}

/** @param tries made, all failed @returns how long it rests; null: it is given up */
export function restAfter(
  { pausesMs, tries: most = Infinity, giveUpMs = Infinity }: OutboxPolicy,
  tries: number,
  ageMs = 0,
): number | null {
  return tries >= most || ageMs > giveUpMs ? null : pauseAfter(tries, pausesMs);
}
