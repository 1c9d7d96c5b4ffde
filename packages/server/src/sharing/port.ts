/** Where shared links are kept. Contract suite: `stores/records/sharing/share-store.contract.ts`. */
import type { ShareInput, SharePath, SharePeriod, ShareSides } from '@goalpost/contract/management';

export interface ShareRecord {
  readonly id: string;
  readonly counterId: number;
  /** Of the catalogue, or `*`. */
  readonly report: string;
  readonly name: string;
  readonly filters: string;
  readonly period: SharePeriod | null;
  readonly attribution: ShareInput['attribution'];
  /** Columns; none: those of the report. */
  readonly metrics: readonly string[];
  /** As `sort` of a report; empty: by the first column. */
  readonly sort: string;
  /** Dimensions that rows are by, outermost first; none: those of the report. */
  readonly levels: readonly string[];
  /** Null: one side alone. */
  readonly sides: ShareSides | null;
  /** Null: a report. */
  readonly path: SharePath | null;
  /** Salted scrypt; empty: none. */
  readonly passwordHash: string;
  readonly createdBy: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

/** Hashes are SHA-256 of a link's token, hex. */
export interface ShareStore {
  /** Newest first. */
  list(counterId: number): Promise<ShareRecord[]>;
  byHash(hash: string): Promise<ShareRecord | null>;
  /** @returns false where the counter has as many as it may */
  add(share: ShareRecord, hash: string): Promise<boolean>;
  /** @returns false where the counter has no such link */
  remove(counterId: number, id: string): Promise<boolean>;
}
