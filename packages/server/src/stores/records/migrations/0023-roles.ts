/** Takes more roles and scopes than before, and tokens for some counters and for a time. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';
import { addColumn } from '../add-column.ts';

/** The contract says which values there are: a check in the table would have to be made again for each. */
const CHECKED = [
  ['grants', 'permission'],
  ['access_invitations', 'permission'],
  ['tokens', 'scope'],
] as const;

export function roles(dialect: Records['dialect']) {
  return async function up(db: Kysely<unknown>): Promise<void> {
    for (const [table, column] of CHECKED) {
      if (dialect === 'postgres') await dropCheck(db, table, column);
      else await makeAgain(db, table, column);
    }
    await addColumn(db, dialect, ['tokens', 'counters'], sql`text`);
    const big = dialect === 'postgres' ? sql`bigint` : sql`integer`;
    await addColumn(db, dialect, ['tokens', 'expires_at'], big);
  };
}

async function dropCheck(db: Kysely<unknown>, table: string, column: string): Promise<void> {
  const constraint = sql.ref(`${table}_${column}_check`);
  await sql`ALTER TABLE ${sql.table(table)} DROP CONSTRAINT IF EXISTS ${constraint}`.execute(db);
}

/** SQLite cannot drop a check: the table is made again without it, its indexes too. */
async function makeAgain(db: Kysely<unknown>, table: string, column: string): Promise<void> {
  const { rows } = await sql<{ type: string; name: string; sql: string }>`
    SELECT type, name, sql FROM sqlite_master WHERE tbl_name = ${table} AND sql IS NOT NULL`.execute(db);
  const made = rows.find(({ type }) => type === 'table')?.sql ?? '';
  const free = made.replace(new RegExp(`\\s*CHECK \\(${column} IN \\([^)]*\\)\\)`), '');
  if (free === made) return;
  const old = `${table}_before_0023`;
  const indexes = rows.filter(({ type }) => type === 'index');
  await sql`ALTER TABLE ${sql.table(table)} RENAME TO ${sql.ref(old)}`.execute(db);
  for (const { name } of indexes) await sql`DROP INDEX ${sql.ref(name)}`.execute(db);
  await sql.raw(free).execute(db);
  await sql`INSERT INTO ${sql.table(table)} SELECT * FROM ${sql.table(old)}`.execute(db);
  await sql`DROP TABLE ${sql.table(old)}`.execute(db);
  for (const index of indexes) await sql.raw(index.sql).execute(db);
}
