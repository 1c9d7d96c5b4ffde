/** One-time links by which an account takes a new e-mail address. Safe to run again. */
import { sql, type Kysely } from 'kysely';

export const emailLinks = () => async (db: Kysely<unknown>) => {
  await sql`CREATE TABLE IF NOT EXISTS email_links (
    hash text PRIMARY KEY,
    account_id text NOT NULL,
    email text NOT NULL,
    password_mark text NOT NULL,
    created_at bigint NOT NULL,
    expires_at bigint NOT NULL
  )`.execute(db);
  await sql`CREATE INDEX IF NOT EXISTS email_links_account ON email_links (account_id)`.execute(db);
};
