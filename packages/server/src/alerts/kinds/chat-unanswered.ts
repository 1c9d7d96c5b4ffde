/** A visitor of the chat waits for longer than the owner allows. No chance is in it, so that the first one tells. */
import type { Happening } from '../detect/happening.ts';
import type { AlertKind } from './kind.ts';

const MINUTE_MS = 60_000;

export const chatUnanswered: AlertKind = {
  id: 'chat_unanswered',
  explainedBy: [],
  find({ waits, now }, { minutes }) {
    const late = waits
      .map(({ from, until }) => ({ from, late: from + minutes * MINUTE_MS, until }))
      .filter(({ late: since, until }) => since <= Math.min(now, until ?? now))
      .toSorted((one, other) => one.late - other.late);
    const found: Happening[] = [];
    for (const { from, late: since, until } of late) {
      const last = found.at(-1);
      // While one waits for too long, the next is the same happening.
      if (last !== undefined && (last.over === null || since <= last.over)) {
        const over = last.over === null || until === null ? null : Math.max(last.over, until);
        found[found.length - 1] = { ...last, over, observed: last.observed + 1 };
        continue;
      }
      found.push({
        goalId: null,
        begin: from,
        found: since,
        over: until,
        settled: false,
        observed: 1,
        expected: 0,
      });
    }
    return found;
  },
};
