/** Passkeys, in the records store. */
import type { Kysely, Selectable } from 'kysely';
import type { Passkey, PasskeyStore } from '../../../accounts/index.ts';
import type { PasskeysTable, RecordsSchema } from '../schema.ts';

const fromRow = (row: Selectable<PasskeysTable>): Passkey => ({
  id: row.id,
  accountId: row.account_id,
  name: row.name,
  publicKey: row.public_key,
  counter: Number(row.counter),
  transports: JSON.parse(row.transports) as string[],
  createdAt: Number(row.created_at),
  lastUsedAt: row.last_used_at === null ? null : Number(row.last_used_at),
});

export function createPasskeyStore(db: Kysely<RecordsSchema>): PasskeyStore {
  return {
    add: (passkey, most) =>
      db.transaction().execute(async (trx) => {
        const { count } = await trx
          .selectFrom('passkeys')
          .select((column) => column.fn.countAll<number>().as('count'))
          .where('account_id', '=', passkey.accountId)
          .executeTakeFirstOrThrow();
        if (Number(count) >= most) return false;
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('passkeys')
          .values({
            id: passkey.id,
            account_id: passkey.accountId,
            name: passkey.name,
            public_key: passkey.publicKey,
            counter: passkey.counter,
            transports: JSON.stringify(passkey.transports),
            created_at: passkey.createdAt,
            last_used_at: passkey.lastUsedAt,
          })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }),

    async byId(id) {
      const row = await db.selectFrom('passkeys').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : fromRow(row);
    },

    async list(accountId) {
      const rows = await db
        .selectFrom('passkeys')
        .selectAll()
        .where('account_id', '=', accountId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },

    async rename(accountId, id, name) {
      const { numUpdatedRows } = await db
        .updateTable('passkeys')
        .set({ name })
        .where('account_id', '=', accountId)
        .where('id', '=', id)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async remove(accountId, id) {
      const { numDeletedRows } = await db
        .deleteFrom('passkeys')
        .where('account_id', '=', accountId)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async used(id, counter, at) {
      await db.updateTable('passkeys').set({ counter, last_used_at: at }).where('id', '=', id).execute();
    },
  };
}
