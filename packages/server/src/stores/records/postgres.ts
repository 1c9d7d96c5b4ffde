/** Kysely over PostgreSQL. */
import { PostgresDialect } from 'kysely';
import { Pool, types } from 'pg';

const MAX_CONNECTIONS = 10;
const CONNECT_WITHIN_MS = 5_000;
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
    types: { getTypeParser: typeParser },
  });
  // A connection that breaks while idle is replaced when next needed; unheard, the event would end the process.
  pool.on('error', () => {});
  return new PostgresDialect({ pool });
}
