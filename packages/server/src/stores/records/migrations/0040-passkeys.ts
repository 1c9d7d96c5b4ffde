/** Passkeys of accounts. Safe to run again. */
import { sql, type Kysely } from 'kysely';

export const passkeys = () => async (db: Kysely<unknown>) => {
  await sql`CREATE TABLE IF NOT EXISTS passkeys (
    id text PRIMARY KEY,
    account_id text NOT NULL,
    name text NOT NULL,
    public_key text NOT NULL,
    counter bigint NOT NULL,
    transports text NOT NULL,
    created_at bigint NOT NULL,
    last_used_at bigint
  )`.execute(db);
  await sql`CREATE INDEX IF NOT EXISTS passkeys_account ON passkeys (account_id)`.execute(db);
};
