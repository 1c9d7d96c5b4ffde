/** A visit while its hits still come [V1–V9]. Kept by the hundred thousand: what can be shared, is. */
import type { GoalMemory } from '../../goals/index.ts';
import type { PastVisits, Source } from '../ports.ts';
import type { Client } from '../steps/client.ts';
import type { Agent } from '../steps/device/agent.ts';
import type { AwaitedHit } from './awaited-hits.ts';
import type { HitTime } from '../decode/hit-time.ts';

/** Times are Unix seconds unless said otherwise. */
export interface Visit {
  readonly id: string;
  /** Decimal UInt64. */
  readonly visitor: string;
  readonly robot: boolean;
  /** Journal segment that opened it. */
  readonly segment: number;
  /** UTC day on which its first hit arrived; days since the epoch. */
  readonly openedOn: number;
  /** Rows written so far. */
  version: number;
  startedAt: number;
  endedAt: number;
  /** Arrival of its latest hit, seconds. */
  lastArrival: number;
  hits: number;
  views: number;
  notBounce: boolean;
  /** Seconds in which its pages were visible and used [V42]. */
  activeSeconds: number;
  /** Time of the hit that gave entry and source, milliseconds. */
  entryAt: number;
  /** Time of the hit that gave the exit, milliseconds. */
  exitAt: number;
  startUrl: string;
  referrer: string;
  source: Source;
  endUrl: string;
  userId: string;
  /** JSON values joined by commas; empty: none. */
  params: string;
  readonly agent: Agent;
  client: Client;
  readonly country: string;
  readonly language: string;
  readonly screenWidth: number;
  readonly screenHeight: number;
  /** The visitor's visits before this one; null: it is the first. */
  past: PastVisits | null;
  /** Oldest first; null: none. */
  reaches: Reach[] | null;
  goalMemory: GoalMemory;
  /** Orders counted [G52]; null: none. */
  orders: readonly number[] | null;
  /** Hits that may still reach a goal [G29]; null: none. */
  awaited: readonly AwaitedHit[] | null;
  /** Another visit of the same visitor that hits may still join. */
  earlier: Visit | null;
  /** Segment that last changed it; -1: none since it was loaded. */
  touchedBy: number;
}

/** A visit ends after this many hits, and this many seconds after its first [V4]. */
export const MAX_HITS = 1_000;
export const MAX_SECONDS = 48 * 3_600;
/** Shorter, with one page view at most and no "not a bounce", it is a bounce [V7]. */
const BOUNCE_SECONDS = 15;

export function durationOf(visit: Visit): number {
  return visit.endedAt - visit.startedAt;
}

export function isBounce(visit: Visit): boolean {
  return visit.views <= 1 && !visit.notBounce && durationOf(visit) < BOUNCE_SECONDS;
}

/** The visit and those kept with it. */
export function* withEarlier(latest: Visit | null): Generator<Visit> {
  for (let visit = latest; visit !== null; visit = visit.earlier) yield visit;
}

export interface Reach extends HitTime {
  readonly goalId: number;
  /** Arrival of its hit, milliseconds since the epoch. */
  readonly arrivedAt: number;
  readonly price: number;
  readonly currency: string;
}
