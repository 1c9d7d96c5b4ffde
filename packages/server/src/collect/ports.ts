/** What collection asks of others. */
import { TRAFFIC_SOURCES, type TrafficSource } from '@goalpost/contract/traffic-sources';
import type { GoalDefinition } from '../goals/index.ts';
import type { CounterConfig } from './state/counter-config.ts';

/** The counters as they are now, in memory: asked for every hit, so it must answer at once. */
export interface CounterDirectory {
  get(counterId: number): CounterConfig | undefined;
  all(): Iterable<CounterConfig>;
}

/**
 * Makes the goal of a catalogue entry, once a counter [G12].
 * The same call again gives the same goal, deleted or not. Null where a goal of the owner's with the same
 * condition has come since [G11].
 */
export interface AutomaticGoals {
  make(counterId: number, entryId: string): Promise<GoalDefinition | null>;
}

/** What the store knows of visitors that memory does not hold any more. */
export interface VisitorHistory {
  /**
   * @param visitors decimal UInt64
   * @param beforeSegment only visits opened in earlier journal segments, so that a replay gets the same answer [V17]
   */
  lookup(
    counterId: number,
    visitors: readonly string[],
    beforeSegment: number,
  ): Promise<Map<string, PastVisits>>;
}

/** Days whose visits have one row each in the store, so that reports need not look for later ones [M77]. */
export interface ClosedDays {
  /** Before rows are stored of visits that opened on the day or later. @param day `YYYY-MM-DD`, of UTC */
  reopen(day: string): Promise<void>;
  /**
   * Closes some days that are over for long, where that is due. No rows of visits are stored until it ends.
   * @returns whether more are to be closed now
   */
  close(): Promise<boolean>;
}

/** Visitors whose open visits memory had no room for, in the store [V24]. */
export interface RestingVisitors {
  /**
   * @param visitors decimal UInt64; answers may be of any of them on any of the counters
   * @param beforeSegment only what earlier segments put down, so that a replay gets the same answer [V17]
   * @param since only visitors whose last hit arrived then or later, Unix seconds
   * @returns of each visitor on each counter, robots apart, what was put down last
   */
  lookup(
    counterIds: readonly number[],
    visitors: readonly string[],
    beforeSegment: number,
    since: number,
  ): Promise<readonly RestingVisitor[]>;
}

export interface RestingVisitor {
  readonly counterId: number;
  /** Arrival of the latest hit, Unix seconds. */
  readonly lastArrival: number;
  /** As it was put down: see `visits/resting.ts`. */
  readonly state: string;
}

/** A visitor's past on one counter. Times are Unix seconds. */
export interface PastVisits {
  readonly visits: number;
  readonly firstVisitAt: number;
  readonly lastVisitAt: number;
  /** Source of the first visit. */
  readonly first: Source;
  /** Latest significant source [V15], or the latest source if none was significant. */
  readonly significant: Source;
  /** Start of the visit that `significant` is from. */
  readonly significantAt: number;
}

/** Where a visit came from. Empty string: not known or not there. */
export interface Source {
  readonly trafficSource: TrafficSource;
  /** Search engine, network, ad system, messenger: a stable id, e.g. `google`; a host for referrals. */
  readonly sourceEngine: string;
  readonly searchPhrase: string;
  readonly utmSource: string;
  readonly utmMedium: string;
  readonly utmCampaign: string;
  readonly utmContent: string;
  readonly utmTerm: string;
  /** The tag `from` of the address. */
  readonly from: string;
  /** The mark `_openstat`, decoded: `service;campaign;ad;source`. */
  readonly openstat: string;
  /** Page of a social network that it came from: a group, a person. */
  readonly profile: string;
  /** Whether the address had a `gclid`. */
  readonly gclid: boolean;
}

/** Of a source that has none of these marks. */
export const NO_MARKS = {
  from: '',
  openstat: '',
  profile: '',
  gclid: false,
} as const satisfies Partial<Source>;

export { TRAFFIC_SOURCES, type TrafficSource };
