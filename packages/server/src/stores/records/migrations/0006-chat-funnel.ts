/** Finds what invitations did in a period, of all rules. Safe to run again. */
import { sql, type Kysely } from 'kysely';

export async function chatFunnel(db: Kysely<unknown>): Promise<void> {
  await sql`CREATE INDEX IF NOT EXISTS chat_invitation_period
    ON chat_invitation_events (counter_id, kind, at)`.execute(db);
}
