/** Seals second factors again with the first key, at a start after the keys have changed [A51]. */
import { type Kysely, sql } from 'kysely';
import type { Secrets } from '../../kit/secrets/secrets.ts';
import { CODES_PURPOSE, FACTOR_TABLE, SECRET_PURPOSE } from './plugin.ts';

interface Row {
  readonly id: string;
  readonly secret: string;
  readonly backupCodes: string;
}

/** @throws SecretsLocked where no key opens what is kept */
export async function sealFactorsAgain(db: Kysely<never>, secrets: Secrets): Promise<void> {
  const table = sql.table(FACTOR_TABLE);
  const { rows } = await sql<Row>`SELECT "id", "secret", "backupCodes" FROM ${table}`.execute(db);
  const again = (kept: string, purpose: string) =>
    secrets.isStale(kept) ? secrets.seal(secrets.open(kept, purpose), purpose) : kept;
  for (const { id, secret, backupCodes } of rows) {
    const sealed = again(secret, SECRET_PURPOSE);
    const codes = again(backupCodes, CODES_PURPOSE);
    if (sealed === secret && codes === backupCodes) continue;
    await sql`UPDATE ${table} SET "secret" = ${sealed}, "backupCodes" = ${codes} WHERE "id" = ${id}`.execute(
      db,
    );
  }
}
