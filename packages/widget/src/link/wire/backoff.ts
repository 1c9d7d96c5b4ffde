/** How long to wait before the next try to connect. Pure. */
import { reconnectMs } from '@goalpost/contract/chat/limits';

const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
/** While the visitor waits for it. */
const AWAITED_LONGEST_MS = 5_000;
/** A hidden tab neither hurries nor keeps the radio awake. */
const HIDDEN_FIRST_MS = 20_000;
const HIDDEN_LONGEST_MS = 300_000;

/**
 * @param failures so far, in a row
 * @param awaited whether the visitor looks at the chat, or has something to send
 * @param chance 0 to 1: a server that comes back is not run over by everyone at once
 */
export const waitMs = (failures: number, hidden: boolean, awaited: boolean, chance: number): number => {
  const first = hidden ? HIDDEN_FIRST_MS : FIRST_MS;
  const longest = hidden ? HIDDEN_LONGEST_MS : awaited ? AWAITED_LONGEST_MS : LONGEST_MS;
  return reconnectMs(failures, first, longest, chance);
};
