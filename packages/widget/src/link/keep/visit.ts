/** The visit as the browser sees it, for rules and where the tag is blocked [V9]. */
import { bag } from '../../shared/globals.ts';
import type { Memory } from './memory.ts';

export interface Landing {
  readonly url: string;
  readonly referrer: string;
}

export interface Visit {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly lastAt: number;
  readonly pages: number;
  readonly landing: Landing;
  /** Where the visitor landed in their first visit. */
  readonly first: string;
}

/** Silence that ends a visit [V2]. */
const SILENCE_MS = 30 * 60_000;

const stored = (memory: Memory): Visit | undefined => {
  const kept = memory.read('visit');
  return kept && typeof bag(kept)['startedAt'] === 'number' ? (kept as Visit) : undefined;
};

/** Counts the page. */
export const enterPage = (memory: Memory, page: Landing, now: number): Visit => {
  const before = stored(memory);
  const goesOn = before !== undefined && now - before.lastAt < SILENCE_MS;
  const visit: Visit = goesOn
    ? { ...before, lastAt: now, pages: before.pages + 1 }
    : { startedAt: now, lastAt: now, pages: 1, landing: page, first: before?.first ?? page.url };
  memory.write('visit', visit);
  return visit;
};

/** The visitor is still there. */
export const stayOnPage = (memory: Memory, visit: Visit, now: number): Visit => {
  const next = { ...(stored(memory) ?? visit), lastAt: now };
  memory.write('visit', next);
  return next;
};
