/** Grants, invitations and links for passwords, in the records store. */
import type { Kysely, Selectable } from 'kysely';
import type {
  AccessStore,
  EmailLinkRecord,
  GrantRecord,
  InvitationRecord,
  PasswordLinkRecord,
} from '../../../access/index.ts';
import type {
  AccessInvitationsTable,
  EmailLinksTable,
  GrantsTable,
  PasswordLinksTable,
  RecordsSchema,
} from '../schema.ts';

const toGrant = (row: Selectable<GrantsTable>): GrantRecord => ({
  accountId: row.account_id,
  permission: row.permission,
  filters: row.filters,
  comment: row.comment,
  createdAt: row.created_at,
});

const toInvitation = (row: Selectable<AccessInvitationsTable>): InvitationRecord => ({
  id: row.id,
  counterId: row.counter_id,
  login: row.login,
  permission: row.permission,
  filters: row.filters,
  comment: row.comment,
  createdBy: row.created_by,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
});

const toPasswordLink = (row: Selectable<PasswordLinksTable>): PasswordLinkRecord => ({
  accountId: row.account_id,
  madeBy: row.made_by,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
});

const toEmailLink = (row: Selectable<EmailLinksTable>): EmailLinkRecord => ({
  accountId: row.account_id,
  email: row.email,
  passwordMark: row.password_mark,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
});

export function createAccessStore(db: Kysely<RecordsSchema>): AccessStore {
  const granted = (counterId: number) =>
    db.selectFrom('grants').selectAll().where('counter_id', '=', counterId);

  return {
    async grants(counterId) {
      const rows = await granted(counterId).orderBy('created_at').orderBy('account_id').execute();
      return rows.map(toGrant);
    },

    async grant(counterId, accountId) {
      const row = await granted(counterId).where('account_id', '=', accountId).executeTakeFirst();
      return row ? toGrant(row) : null;
    },

    async addGrant(counterId, { accountId, createdAt, ...grant }) {
      const { numInsertedOrUpdatedRows: added } = await db
        .insertInto('grants')
        .values({ counter_id: counterId, account_id: accountId, ...grant, created_at: createdAt })
        .onConflict((conflict) => conflict.columns(['counter_id', 'account_id']).doNothing())
        .executeTakeFirst();
      return added === 1n;
    },

    async changeGrant(counterId, accountId, changes) {
      const row = await db
        .updateTable('grants')
        .set({ account_id: accountId, ...changes })
        .where('counter_id', '=', counterId)
        .where('account_id', '=', accountId)
        .returningAll()
        .executeTakeFirst();
      return row ? toGrant(row) : null;
    },

    async removeGrant(counterId, accountId) {
      const { numDeletedRows } = await db
        .deleteFrom('grants')
        .where('counter_id', '=', counterId)
        .where('account_id', '=', accountId)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async putInvitation(invitation, hash) {
      const row = {
        id: invitation.id,
        permission: invitation.permission,
        filters: invitation.filters,
        comment: invitation.comment,
        hash,
        created_by: invitation.createdBy,
        created_at: invitation.createdAt,
        expires_at: invitation.expiresAt,
      };
      await db
        .insertInto('access_invitations')
        .values({ ...row, counter_id: invitation.counterId, login: invitation.login })
        .onConflict((conflict) => conflict.columns(['counter_id', 'login']).doUpdateSet(row))
        .execute();
    },

    async invitations(counterId) {
      const rows = await db
        .selectFrom('access_invitations')
        .selectAll()
        .where('counter_id', '=', counterId)
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .execute();
      return rows.map(toInvitation);
    },

    async invitationByHash(hash) {
      const row = await db
        .selectFrom('access_invitations')
        .selectAll()
        .where('hash', '=', hash)
        .executeTakeFirst();
      return row ? toInvitation(row) : null;
    },

    async takeInvitation(hash, now) {
      const row = await db
        .deleteFrom('access_invitations')
        .where('hash', '=', hash)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst();
      return row ? toInvitation(row) : null;
    },

    async removeInvitation(counterId, which) {
      const [column, value] = 'id' in which ? (['id', which.id] as const) : (['login', which.login] as const);
      const { numDeletedRows } = await db
        .deleteFrom('access_invitations')
        .where('counter_id', '=', counterId)
        .where(column, '=', value)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },

    async addPasswordLink({ accountId, madeBy, createdAt, expiresAt }, hash) {
      await db.deleteFrom('password_links').where('expires_at', '<=', createdAt).execute();
      await db
        .insertInto('password_links')
        .values({
          hash,
          account_id: accountId,
          made_by: madeBy,
          created_at: createdAt,
          expires_at: expiresAt,
        })
        .execute();
    },

    async passwordLink(hash) {
      const row = await db
        .selectFrom('password_links')
        .selectAll()
        .where('hash', '=', hash)
        .executeTakeFirst();
      return row ? toPasswordLink(row) : null;
    },

    takePasswordLink: (hash, now) =>
      db.transaction().execute(async (trx) => {
        const row = await trx
          .deleteFrom('password_links')
          .where('hash', '=', hash)
          .where('expires_at', '>', now)
          .returningAll()
          .executeTakeFirst();
        if (!row) return null;
        await trx.deleteFrom('password_links').where('account_id', '=', row.account_id).execute();
        return toPasswordLink(row);
      }),

    async dropPasswordLinks(accountId) {
      await db.deleteFrom('password_links').where('account_id', '=', accountId).execute();
    },

    putEmailLink: ({ accountId, email, passwordMark, createdAt, expiresAt }, hash) =>
      db.transaction().execute(async (trx) => {
        await trx
          .deleteFrom('email_links')
          .where((row) => row.or([row('account_id', '=', accountId), row('expires_at', '<=', createdAt)]))
          .execute();
        const row = { email, password_mark: passwordMark, created_at: createdAt, expires_at: expiresAt };
        await trx
          .insertInto('email_links')
          .values({ hash, account_id: accountId, ...row })
          .execute();
      }),

    async emailLink(hash) {
      const row = await db.selectFrom('email_links').selectAll().where('hash', '=', hash).executeTakeFirst();
      return row ? toEmailLink(row) : null;
    },

    async takeEmailLink(hash, now) {
      const row = await db
        .deleteFrom('email_links')
        .where('hash', '=', hash)
        .where('expires_at', '>', now)
        .returningAll()
        .executeTakeFirst();
      return row ? toEmailLink(row) : null;
    },
  };
}
