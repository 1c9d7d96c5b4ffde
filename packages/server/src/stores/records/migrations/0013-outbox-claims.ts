/** Which node works on what is stored and not done yet, and until when. Safe to run again. */
import { sql, type Kysely } from 'kysely';
import type { Records } from '../open.ts';

const OUTBOXES = ['chat_goals', 'chat_happenings', 'chat_deliveries', 'chat_mails'];

export function outboxClaims(dialect: Records['dialect']) {
  const columns = {
    claimed_by: sql`text`,
    claimed_until: dialect === 'postgres' ? sql`bigint` : sql`integer`,
  };
  const ifMissing = dialect === 'postgres' ? sql`IF NOT EXISTS` : sql``;

  return async function up(db: Kysely<unknown>): Promise<void> {
    for (const table of OUTBOXES) {
      for (const [column, type] of Object.entries(columns)) {
        if (dialect === 'sqlite' && (await hasColumn(db, table, column))) continue;
        const named = sql.ref(column);
        await sql`ALTER TABLE ${sql.table(table)} ADD COLUMN ${ifMissing} ${named} ${type}`.execute(db);
      }
    }
    await sql`CREATE INDEX IF NOT EXISTS chat_deliveries_claimed ON chat_deliveries (claimed_by)
      WHERE claimed_by IS NOT NULL`.execute(db);
  };
}

/** SQLite knows no `ADD COLUMN IF NOT EXISTS`. */
async function hasColumn(db: Kysely<unknown>, table: string, column: string): Promise<boolean> {
  const { rows } = await sql`SELECT 1 FROM pragma_table_info(${table}) WHERE name = ${column}`.execute(db);
  return rows.length > 0;
}
