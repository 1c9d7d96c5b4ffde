/** The analytics store, as features see it. One SQL dialect: ClickHouse's. */

/** Bound parameters; named `{name:Type}` in the SQL. */
export type SqlParams = Readonly<Record<string, unknown>>;

export interface QueryOptions {
  /** Stops the query in the store, too, when aborted. */
  readonly signal?: AbortSignal;
  /** Seconds after which the store gives up; the error is `OlapTimeout`. */
  readonly timeoutSeconds?: number;
}

export type OlapTable =
  | 'hits'
  | 'visits'
  | 'resting_visitors'
  | 'calls'
  | 'reaches'
  | 'conversations'
  | 'costs'
  | 'day_sums';

/** Rows in ClickHouse's RowBinaryWithNamesAndTypes, which it reads several times faster than JSON. */
export interface BinaryRows {
  readonly bytes: Buffer;
  /** How many; 0: no bytes either. */
  readonly count: number;
}

export interface Olap {
  /** Rows as objects; 64-bit integers come as strings. */
  query<Row>(sql: string, params: SqlParams, options?: QueryOptions): Promise<Row[]>;
  /**
   * The same token again is a no-op, also after a crash.
   * @param rows newline-terminated JSON objects (JSONEachRow) or binary rows, at least one
   */
  insert(table: OlapTable, rows: string | Buffer | BinaryRows, token: string): Promise<void>;
  /** DDL and the like, for migrations only. */
  command(sql: string, params?: SqlParams): Promise<void>;
  /** True when the store answers. Never throws. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}

/** The store cannot be reached now; the same call may work later. */
export class OlapUnavailable extends Error {}
/** The statement, or what is bound in it, is larger than the store takes: asking again is of no use. */
export class OlapTooLarge extends Error {}
/** The store gave up after `timeoutSeconds`. */
export class OlapTimeout extends Error {}
