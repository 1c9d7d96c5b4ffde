/** Tables of erasing people and of what is removed by age, for Kysely; the same conventions as `../schema.ts`. */
import type { Generated } from 'kysely';
import type { Claimed } from '../chat/schema.ts';

/** Erasures of people, and their receipts. */
export interface ErasuresTable extends Claimed {
  id: string;
  counter_id: number;
  by_key: string;
  /** JSON of `Person`; empty once it is done. */
  person: string;
  /** JSON of `PersonCounts`. */
  counts: string;
  /** JSON of `ErasureLeft[]`. */
  by_hand: Generated<string>;
  asked_by: string;
  created_at: number;
  finished_at: number | null;
  waits_for: string;
}

/** How long counters keep what. */
export interface RetentionTable {
  counter_id: number;
  /** JSON of `RetentionPeriods`; what is absent is kept. */
  periods: string;
}

/** Removals of what is too old, and of deleted counters. */
export interface RetentionRunsTable extends Claimed {
  id: string;
  counter_id: number;
  task: 'retention' | 'purge';
  /** JSON of `Loss[]`. */
  losses: string;
  asked_by: string;
  created_at: number;
  finished_at: number | null;
  waits_for: string;
}

/** Since when a counter is known to be deleted. */
export interface CounterDeletionsTable {
  counter_id: number;
  noticed_at: number;
}

export interface PrivacySchema {
  erasures: ErasuresTable;
  retention: RetentionTable;
  retention_runs: RetentionRunsTable;
  counter_deletions: CounterDeletionsTable;
}
