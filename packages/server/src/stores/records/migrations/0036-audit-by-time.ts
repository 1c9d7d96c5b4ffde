/** The audit log by counter and time, as charts ask it: 0027 gave this index a name that one had. Safe to run again. */
import { sql, type Kysely } from 'kysely';

export async function auditByTime(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX IF NOT EXISTS audit_counter_time ON audit (counter_id, at)`.execute(db);
}
