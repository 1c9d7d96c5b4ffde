/** The analytics store over `@clickhouse/client`: a ClickHouse server, or the embedded engine's socket. */
import { createClient, type ClickHouseClient } from '@clickhouse/client';
import http from 'node:http';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { toOlapError } from './errors.ts';
import {
  OlapTooLarge,
  type Olap,
  type OlapTable,
  type QueryOptions,
  type SqlParams,
} from '../../kit/olap.ts';
import { boundSize } from './bound-size.ts';
import { stopQuery } from './stop-query.ts';

const DEFAULT_DATABASE = 'goalpost';
const QUERY_SECONDS = 30;
const INSERT_SECONDS = 60;
const COMMAND_SECONDS = 600;
/** How much longer than the store's own limit we wait for its answer. */
const GRACE_SECONDS = 5;
const HEALTHY_WITHIN_MS = 5_000;
const MAX_CONNECTIONS = 32;
/** What is bound travels in the address to the embedded engine, which takes 4 MiB of it, escaped. */
const MAX_BOUND = 2_500_000;
/** Bytes of a statement; a server takes 262,144 unless it is told otherwise. */
const MAX_STATEMENT = 16 * 1024 * 1024;

const SETTINGS = {
  output_format_json_quote_64bit_integers: 1,
  session_timezone: 'UTC',
  // A visit's rows are all in one partition, since its `opened_on` never changes.
  do_not_merge_across_partitions_select_final: 1,
} as const;

export interface ClickHouseTarget {
  /** E.g. `https://user:password@host:8443/database`. */
  readonly url: string;
  /** Unix socket to reach it by; the host of `url` is then unused. */
  readonly socketPath?: string;
  readonly database?: string;
}

/** Node's agent passes `socketPath` on to each connection; its type does not say so. */
function socketAgent(socketPath: string): http.Agent {
  const options: http.AgentOptions & { socketPath: string } = { socketPath, keepAlive: true };
  return new http.Agent(options);
}

function connect(target: ClickHouseTarget, database: string | undefined): ClickHouseClient {
  return createClient({
    url: target.url,
    ...(database === undefined ? {} : { database }),
    // A server takes what is too long for an address in the body.
    ...(target.socketPath === undefined
      ? { use_multipart_params_auto: true }
      : { http_agent: socketAgent(target.socketPath) }),
    application: 'goalpost',
    max_open_connections: MAX_CONNECTIONS,
    request_timeout: (COMMAND_SECONDS + GRACE_SECONDS) * 1_000,
    keep_alive: { enabled: true },
    compression: { request: false, response: false },
    clickhouse_settings: SETTINGS,
    log: { LoggerClass: SilentLogger },
  });
}

/** Errors come back as rejections; the client would print them as well. */
class SilentLogger {
  trace(): void {}
  debug(): void {}
  info(): void {}
  warn(): void {}
  error(): void {}
}

function databaseOf(target: ClickHouseTarget): string {
  const inUrl = decodeURIComponent(new URL(target.url).pathname.slice(1));
  return target.database ?? (inUrl === '' ? DEFAULT_DATABASE : inUrl);
}

const TABLES: Readonly<Record<OlapTable, string>> = {
  hits: 'hits',
  visits: 'visits',
  resting_visitors: 'resting_visitors',
  calls: 'calls',
  reaches: 'reaches',
  conversations: 'conversations',
  costs: 'costs',
  day_sums: 'day_sums',
};

export function createOlap(target: ClickHouseTarget): Olap {
  const database = databaseOf(target);
  const client = connect(target, database);
  const isEmbedded = target.socketPath !== undefined;
  let databaseMade = isEmbedded;

  async function call<T>(
    seconds: number,
    signal: AbortSignal | undefined,
    work: (queryId: string, signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const queryId = crypto.randomUUID();
    const deadline = AbortSignal.timeout((seconds + GRACE_SECONDS) * 1_000);
    const either = signal ? AbortSignal.any([signal, deadline]) : deadline;
    try {
      either.throwIfAborted();
      return await work(queryId, either);
    } catch (error) {
      // The embedded engine stops it by itself.
      if (either.aborted && !isEmbedded) stopQuery(client, queryId).catch(() => {});
      signal?.throwIfAborted();
      throw toOlapError(error, deadline.aborted);
    }
  }

  async function makeDatabase(): Promise<void> {
    if (databaseMade) return;
    const plain = connect({ ...target, url: new URL('/', target.url).href }, undefined);
    try {
      await plain.command({
        query: 'CREATE DATABASE IF NOT EXISTS {database:Identifier}',
        query_params: { database },
      });
      databaseMade = true;
    } finally {
      await plain.close();
    }
  }

  return {
    query<Row>(sql: string, params: SqlParams, options: QueryOptions = {}): Promise<Row[]> {
      const seconds = options.timeoutSeconds ?? QUERY_SECONDS;
      return call(seconds, options.signal, async (queryId, signal) => {
        if (boundSize(params) > MAX_BOUND) throw new OlapTooLarge('What is bound is too large.');
        const result = await client.query({
          query: sql,
          query_params: params,
          query_id: queryId,
          abort_signal: signal,
          format: 'JSONEachRow',
          clickhouse_settings: {
            readonly: '2',
            ...(isEmbedded ? {} : { max_query_size: String(MAX_STATEMENT) }),
            // An answer begins only when it is whole: an error or an abort cannot come in its middle.
            wait_end_of_query: 1,
            max_execution_time: seconds,
          },
        });
        return await result.json<Row>();
      });
    },

    insert(table, rows, token) {
      const isBinary = typeof rows === 'object' && 'bytes' in rows;
      const format = isBinary ? 'RowBinaryWithNamesAndTypes' : 'JSONEachRow';
      const body = isBinary ? rows.bytes : Buffer.from(rows);
      return call(INSERT_SECONDS, undefined, async (queryId, signal) => {
        const done = await client.exec({
          query: `INSERT INTO ${TABLES[table]} FORMAT ${format}`,
          values: Readable.from([body], { objectMode: false }),
          query_id: queryId,
          abort_signal: signal,
          clickhouse_settings: {
            async_insert: 0,
            insert_deduplication_token: token,
            // A row of `visits` that is there already may have failed to come to `pasts`.
            deduplicate_blocks_in_dependent_materialized_views: 1,
            // A column that is not there is a mistake of ours, to be seen.
            input_format_skip_unknown_fields: 0,
            // A batch is small enough for one thread, which takes less memory, and makes one block of it.
            input_format_parallel_parsing: 0,
          },
        });
        await text(done.stream);
      });
    },

    command(sql, params = {}) {
      return call(COMMAND_SECONDS, undefined, async (queryId, signal) => {
        await makeDatabase();
        await client.command({ query: sql, query_params: params, query_id: queryId, abort_signal: signal });
      });
    },

    async healthy() {
      const answer = await client.ping({
        select: false,
        abort_signal: AbortSignal.timeout(HEALTHY_WITHIN_MS),
      });
      return answer.success;
    },

    close: () => client.close(),
  };
}
