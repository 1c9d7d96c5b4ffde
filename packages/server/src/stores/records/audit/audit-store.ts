/** The audit log, in the records store. */
import { type Kysely, sql } from 'kysely';
import type { AuditStore } from '../../../audit/port.ts';
import type { RecordsSchema } from '../schema.ts';

export function createAuditStore(db: Kysely<RecordsSchema>): AuditStore {
  /** Keeps the latest of one kind. */
  async function keep(failed: 0 | 1, most: number): Promise<void> {
    const beyond = await db
      .selectFrom('audit')
      .select('id')
      .where('failed', '=', failed)
      .orderBy('id', 'desc')
      .offset(most)
      .limit(1)
      .executeTakeFirst();
    if (beyond === undefined) return;
    await db.deleteFrom('audit').where('failed', '=', failed).where('id', '<=', beyond.id).execute();
  }

  return {
    async add({ at, accountId, login, address, subject, verb, counterId, target, details }) {
      await db
        .insertInto('audit')
        .values({
          at,
          account_id: accountId,
          login,
          address,
          subject,
          verb,
          counter_id: counterId,
          target,
          details,
          // What the server does by itself is no stranger's.
          failed:
            verb === 'failed' || verb === 'refused' || (accountId === null && subject !== 'retention')
              ? 1
              : 0,
        })
        .execute();
    },

    async list(reader, { before, limit, person, subject, counterId, since, until }) {
      let query = db.selectFrom('audit').selectAll().orderBy('id', 'desc').limit(limit);
      if (before !== null) query = query.where('id', '<', before);
      if (reader !== 'everything') {
        const { accountId, login, counterIds } = reader;
        query = query.where((row) =>
          row.or([
            row('account_id', '=', accountId),
            row('login', '=', login),
            ...(counterIds.length === 0 ? [] : [row('counter_id', 'in', counterIds)]),
          ]),
        );
      }
      if (person !== undefined)
        query = query.where(
          sql<boolean>`lower(login) LIKE ${`%${likeText(person.toLowerCase())}%`} ESCAPE '!'`,
        );
      if (subject !== undefined) query = query.where('subject', '=', subject);
      if (counterId !== undefined) query = query.where('counter_id', '=', counterId);
      if (since !== undefined) query = query.where('at', '>=', since);
      if (until !== undefined) query = query.where('at', '<', until);
      const rows = await query.execute();
      return rows.map((row) => ({
        id: row.id,
        at: row.at,
        accountId: row.account_id,
        login: row.login,
        address: row.address,
        subject: row.subject,
        verb: row.verb,
        counterId: row.counter_id,
        target: row.target,
        details: row.details,
      }));
    },

    async trim({ failures, others }) {
      await keep(1, failures);
      await keep(0, others);
    },
  };
}

/** As it is written, and no pattern. */
const likeText = (text: string): string => text.replaceAll(/[!%_]/g, '!$&');
