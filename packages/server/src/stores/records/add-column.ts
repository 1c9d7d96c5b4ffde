/** Adds a column where it is missing. Released migrations stand on it: what it does stays as it is. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Records } from './open.ts';

export async function addColumn(
  db: Kysely<unknown>,
  dialect: Records['dialect'],
  [table, column]: readonly [table: string, column: string],
  type: RawBuilder<unknown>,
): Promise<void> {
  // SQLite knows no `ADD COLUMN IF NOT EXISTS`.
  if (dialect === 'sqlite' && (await hasColumn(db, table, column))) return;
  const ifMissing = dialect === 'postgres' ? sql`IF NOT EXISTS` : sql``;
  await sql`ALTER TABLE ${sql.table(table)} ADD COLUMN ${ifMissing} ${sql.ref(column)} ${type}`.execute(db);
}

async function hasColumn(db: Kysely<unknown>, table: string, column: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM pragma_table_info(${table}) WHERE name = ${column}`.execute(db);
  return rows.length > 0;
}
