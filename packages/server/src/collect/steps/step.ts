/** What a step of the pipeline is given, and what it may leave for the next. */
import type { LateNote, LateNotes, LiveHit, TriedHit } from '../run/batch.ts';
import type { CounterState } from '../state/counter-state.ts';
import type { ClientFields } from '../decode/client.ts';
import type { Hit } from '../decode/hit.ts';
import type { Rows } from '../encode/rows.ts';
import type { CountersVisit } from '../encode/visit-columns.ts';
import type { PastVisits } from '../ports.ts';
import type { ProductRow, PromotionRow, PurchaseRow } from '../rows.ts';
import type { FoundSource } from '../sources/index.ts';
import type { Visit, Reach } from '../visits/visit.ts';
import type { WatchedBrowsers } from '../try-out/watched-browsers.ts';
import type { Client } from './client.ts';
import type { Agent } from './device/agent.ts';
import type { RecentKeys } from './duplicates/recent-keys.ts';
import type { Hash } from './hash.ts';

/** One segment on its way through. */
export interface Pass {
  readonly segment: number;
  readonly recent: RecentKeys;
  readonly readAgent: (text: string) => Agent;
  readonly shareClient: (fields: ClientFields) => Client;
  readonly shareSource: (source: FoundSource) => FoundSource;
  readonly watchedBrowsers: WatchedBrowsers;
  /** Arrival of the latest hit before this segment, seconds. */
  readonly now: number;
  /** Visits of visitors that memory does not hold; null: none. */
  past(counterId: number, visitor: string): PastVisits | null;
  /** Rows of `hits`. */
  readonly hits: Rows<Draft>;
  /** Visits that the segment changed, in the order of their first change. */
  readonly touched: CountersVisit[];
  readonly live: LiveHit[];
  /** What processing found of hits that the door had taken, by counter. */
  readonly notes: Map<number, LateNotes>;
}

/** What a hit tells of products, orders and promotions. */
export interface Commerce {
  readonly products: readonly ProductRow[];
  readonly purchases: readonly PurchaseRow[];
  readonly promotions: readonly PromotionRow[];
}

export const NO_COMMERCE: Commerce = { products: [], purchases: [], promotions: [] };

/** One hit on its way; each field is filled by the step of its name. */
export interface Draft {
  readonly hit: Hit;
  /** Of what tells the hit from all others; ids are made from it. */
  readonly identity: Hash;
  readonly counter: CounterState;
  agent: Agent;
  client: Client;
  /** A robot that is kept apart [V13]. */
  readonly robot: boolean;
  source: FoundSource;
  visit: Visit;
  reaches: readonly Reach[];
  commerce: Commerce;
  /** For an owner who tries goals out [G66]. */
  tried?: TriedHit;
}

/** False: the hit goes no further. */
export type Step = (draft: Draft, pass: Pass) => boolean;

export function countNote({ notes }: Pick<Pass, 'notes'>, counterId: number, note: LateNote): void {
  const counted = notes.get(counterId) ?? {};
  notes.set(counterId, { ...counted, [note]: (counted[note] ?? 0) + 1 });
}
