/** What a backup reads and writes, whichever stores are in use. Numbers of rows are plain numbers. */

export type RecordsRow = Readonly<Record<string, unknown>>;

export interface RecordsNumbers {
  readonly goal: number;
  readonly changes: number;
}

/** The records as they were at one moment. */
export interface RecordsSnapshot {
  readonly migrations: readonly string[];
  readonly tables: readonly string[];
  /** The highest number that each table has given, by its name. */
  readonly sequences: Readonly<Record<string, number>>;
  /** Some rows at a time. */
  rows(table: string): AsyncIterable<readonly RecordsRow[]>;
}

export interface RecordsSource {
  numbers(): Promise<RecordsNumbers>;
  /** Null: an installation that has never been started. */
  installation(): Promise<string | null>;
  snapshot<T>(work: (snapshot: RecordsSnapshot) => Promise<T>): Promise<T>;
}

export interface RecordsSink {
  /** Whether it holds anything of anyone; tables that a restore left half done count as nothing. */
  isEmpty(): Promise<boolean>;
  /** @throws NewerTables where this version does not know one of them */
  accepts(migrations: readonly string[]): void;
  /** Makes the tables as those migrations leave them. */
  prepare(migrations: readonly string[]): Promise<void>;
  /** Order in which tables can be filled, so that every row finds the row that it names. */
  ordered(tables: readonly string[]): Promise<string[]>;
  fill(table: string, rows: readonly RecordsRow[]): Promise<void>;
  count(table: string): Promise<number>;
  /** Notes the installation: the store is whole then. */
  finish(mark: StoreMark, sequences: Readonly<Record<string, number>>): Promise<void>;
  /** Last of all: takes away what says that a restore is under way. */
  release(): Promise<void>;
}

export const ANALYTICS_TABLES = [
  'hits',
  'visits',
  'resting_visitors',
  'calls',
  'reaches',
  'conversations',
  'costs',
  // Last: rows that go while a backup is taken are in it, or their sums are.
  'day_sums',
] as const;
export type AnalyticsTable = (typeof ANALYTICS_TABLES)[number];

/** Rows of one day that are read and written together. */
export interface Unit {
  readonly table: AnalyticsTable;
  readonly day: string;
  readonly counters: readonly [from: number, to: number];
  /** Of visitors or visits, by the table's key; null: all. */
  readonly ids: readonly [from: string, to: string] | null;
  readonly rows: number;
  /** Changes when any value of any row does. */
  readonly sum: string;
}

export interface AnalyticsSource {
  migrations(): Promise<string[]>;
  /** @param segment rows of later journal segments are left out, where the journal brings them again */
  units(table: AnalyticsTable, segment: number): Promise<Unit[]>;
  /** JSON lines, in the order of the table's key. */
  lines(unit: Unit, segment: number): Promise<string[]>;
  highestSegment(): Promise<number>;
}

export interface AnalyticsSink {
  isEmpty(): Promise<boolean>;
  /** @throws NewerTables where this version does not know one of them */
  accepts(migrations: readonly string[]): void;
  prepare(migrations: readonly string[]): Promise<void>;
  /** The same token again is a no-op. */
  insert(table: AnalyticsTable, lines: string, token: string): Promise<void>;
  finish(mark: StoreMark & RecordsNumbers & { readonly segment: number }): Promise<void>;
  release(): Promise<void>;
}

/** Which installation a store belongs to, and how far the stores have been told of each other. */
export interface StoreMark {
  readonly id: string;
  readonly stamp: number;
}

/** Where backups are kept: names with slashes, and bytes. Refusals are `BackupRefused`. */
export interface BackupPlace {
  /** For messages; holds no secret. */
  readonly name: string;
  /** Whole or not at all, and there for good when it resolves. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** Null: there is none. */
  get(name: string): Promise<Buffer | null>;
  /** All names below a folder. */
  list(folder: string): Promise<string[]>;
  remove(name: string): Promise<void>;
  /** What a backup that was killed had half written; one at a time writes to a place. */
  removeUnfinished(): Promise<void>;
}

export interface ChatFileSource {
  /** Null: there is none any more. */
  read(id: string): Promise<Buffer | null>;
}

export interface ChatFileSink {
  write(id: string, type: string, bytes: Buffer): Promise<void>;
}
