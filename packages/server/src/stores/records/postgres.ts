/** Kysely over PostgreSQL. */
import { PostgresDialect, type PostgresPool } from 'kysely';
import { Pool, types, type PoolClient, type QueryConfig } from 'pg';
import { RecordsUnavailable } from '../../kit/records.ts';
import { toPostgresError } from './postgres-errors.ts';

const MAX_CONNECTIONS = 10;
const CONNECT_WITHIN_MS = 5_000;
/** A server that is there and says nothing; changes of the tables may take longer. */
const ANSWER_WITHIN_MS = 20_000;
const CHANGES_TABLES = /^\s*(?:create|alter|drop|truncate)\b/i;
const INT8: number = types.builtins.INT8;

/** Our 64-bit columns hold counter numbers, goal ids and milliseconds, all of which a number holds exactly. */
function typeParser(oid: number, format?: 'text' | 'binary'): (text: string) => unknown {
  return oid === INT8 && format !== 'binary' ? Number : types.getTypeParser(oid, 'text');
}

/** @param url e.g. `postgres://user:password@host:5432/database` */
export function postgresDialect(url: string): PostgresDialect {
  const pool = new Pool({
    connectionString: url,
    max: MAX_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
    application_name: 'goalpost',
    keepAlive: true,
    types: { getTypeParser: typeParser },
  });
  // A connection that breaks while idle is replaced when next needed; unheard, the event would end the process.
  pool.on('error', () => {});
  return new PostgresDialect({ pool: explained(pool) });
}

/** The pool, with what is no mistake of ours told as `RecordsUnavailable`, and connections that broke thrown away. */
function explained(pool: Pool): PostgresPool {
  return {
    async connect() {
      const client = await pool.connect().catch((error: unknown) => {
        throw toPostgresError(error);
      });
      return explainedClient(client);
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

function explainedClient(client: PoolClient): Awaited<ReturnType<PostgresPool['connect']>> {
  let broken = false;
  // While it is lent out, only the borrower hears that its server has gone.
  const hear = (): void => void (broken = true);
  client.on('error', hear);
  const query = async (text: string, values: readonly unknown[]) => {
    try {
      const limit = CHANGES_TABLES.test(text) ? 0 : ANSWER_WITHIN_MS;
      const asked: QueryConfig & { query_timeout: number } = {
        text,
        values: [...values],
        query_timeout: limit,
      };
      return await client.query(asked);
    } catch (error) {
      const told = toPostgresError(error);
      broken ||= told instanceof RecordsUnavailable;
      throw told;
    }
  };
  return {
    query: query as never,
    release() {
      client.off('error', hear);
      client.release(broken);
    },
  };
}
