/** For tests: someone else who may answer on a counter, written where the server keeps its accounts. */
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { openRecords } from '../../packages/server/src/stores/records/open.ts';
import { attend, type Operator } from '../../packages/server/test/chat-client.ts';
import type { ConsoleStage } from './stage.ts';

export interface Colleague {
  readonly id: string;
  readonly email: string;
  /** Their console, as a bare socket. */
  attend(): Promise<Operator>;
}

export async function colleague(stage: ConsoleStage, counterId: number, name: string): Promise<Colleague> {
  const { dataDir, url } = stage.server;
  const [id, token, at] = [randomUUID(), randomBytes(24).toString('base64url'), new Date()];
  const email = `${name.toLowerCase()}@example.com`;
  const records = await openRecords({ dataDir, databaseUrl: null });
  try {
    const when = at.toISOString();
    await sql`INSERT INTO auth_user ("id", "name", "email", "emailVerified", "createdAt", "updatedAt")
      VALUES (${id}, ${name}, ${email}, 0, ${when}, ${when})`.execute(records.db);
    const hash = createHash('sha256').update(token).digest('hex');
    await records.db
      .insertInto('tokens')
      .values({ id: randomUUID(), account_id: id, name, hash, scope: 'write', created_at: Number(at) })
      .execute();
    await records.db
      .insertInto('grants')
      .values({ counter_id: counterId, account_id: id, permission: 'edit' })
      .execute();
  } finally {
    await records.close();
  }
  return { id, email, attend: async () => (await attend(url, token)).console };
}
