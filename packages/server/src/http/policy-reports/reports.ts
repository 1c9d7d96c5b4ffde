/** What policies of our own pages have blocked since the start, counted by kind, within a bound. */
import type { Clock } from '../../kit/clock.ts';
import type { BlockedThing } from './read-report.ts';

export interface CountedReport extends BlockedThing {
  readonly count: number;
  /** Milliseconds since the epoch. */
  readonly firstAt: number;
  readonly lastAt: number;
}

export interface PolicyReports {
  add(blocked: BlockedThing): void;
  /** The latest first. */
  list(): CountedReport[];
}

/** Kinds that are kept; a stranger can send any. */
const MOST = 100;

export interface PolicyReportsDeps {
  readonly clock: Clock;
  /** Told of each kind once. */
  readonly log: { warn(fields: Record<string, unknown>, message: string): void };
}

export function createPolicyReports({ clock, log }: PolicyReportsDeps): PolicyReports {
  const kinds = new Map<string, CountedReport>();
  return {
    add({ directive, blocked, page }) {
      const key = `${directive} ${blocked} ${page}`;
      const known = kinds.get(key);
      const now = clock.now();
      // Those that came first stay, so that a flood of made-up ones pushes nothing out.
      if (known === undefined && kinds.size >= MOST) return;
      if (known === undefined)
        log.warn({ directive, blocked, page }, 'The policy of a page has blocked something.');
      const { count = 0, firstAt = now } = known ?? {};
      kinds.set(key, { directive, blocked, page, count: count + 1, firstAt, lastAt: now });
    },
    list: () => [...kinds.values()].toSorted((one, other) => other.lastAt - one.lastAt),
  };
}
