/** API tokens, in the records store. */
import type { Kysely, Selectable } from 'kysely';
import type { TokenRecord, TokenStore } from '../../../accounts/port.ts';
import type { RecordsSchema, TokensTable } from '../schema.ts';

function fromRow(row: Selectable<TokensTable>): TokenRecord {
  return {
    id: row.id,
    accountId: row.account_id,
    name: row.name,
    scope: row.scope,
    counters: row.counters === null ? null : (JSON.parse(row.counters) as number[]),
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}

export function createTokenStore(db: Kysely<RecordsSchema>): TokenStore {
  return {
    async add(token, hash) {
      await db
        .insertInto('tokens')
        .values({
          id: token.id,
          account_id: token.accountId,
          name: token.name,
          hash,
          scope: token.scope,
          counters: token.counters === null ? null : JSON.stringify(token.counters),
          expires_at: token.expiresAt,
          created_at: token.createdAt,
          last_used_at: null,
          revoked_at: null,
        })
        .execute();
    },

    async findByHash(hash) {
      const row = await db.selectFrom('tokens').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row ? fromRow(row) : null;
    },

    async list(accountId) {
      const rows = await db
        .selectFrom('tokens')
        .selectAll()
        .where('account_id', '=', accountId)
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map(fromRow);
    },

    async revoke(accountId, id, now) {
      const { numUpdatedRows } = await db
        .updateTable('tokens')
        .set({ revoked_at: now })
        .where('account_id', '=', accountId)
        .where('id', '=', id)
        .where('revoked_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async touch(id, now) {
      await db.updateTable('tokens').set({ last_used_at: now }).where('id', '=', id).execute();
    },
  };
}
