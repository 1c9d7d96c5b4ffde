/** Visitors as the chat knows them, in the records store. */
import type { Kysely } from 'kysely';
import type { ChatStore } from '../../../chat/port.ts';
import { personFromRow } from './rows.ts';
import type { RecordsSchema } from '../schema.ts';

type People = Pick<ChatStore, 'createPerson' | 'personBySecret' | 'person' | 'updatePerson'>;

const given = (value: unknown): string | undefined =>
  value === undefined ? undefined : JSON.stringify(value);

export function createPeopleStore(db: Kysely<RecordsSchema>): People {
  return {
    createPerson: (person, secretHash) =>
      db.transaction().execute(async (trx) => {
        // A write that changes nothing locks the counter's row, so that two do not take one number.
        await trx
          .updateTable('counters')
          .set((column) => ({ revision: column.ref('revision') }))
          .where('id', '=', person.counterId)
          .execute();
        const { last } = await trx
          .selectFrom('chat_people')
          .select((column) => column.fn.max('number').as('last'))
          .where('counter_id', '=', person.counterId)
          .executeTakeFirstOrThrow();
        const row = await trx
          .insertInto('chat_people')
          .values({
            id: person.id,
            counter_id: person.counterId,
            visitor: person.visitor,
            number: (last ?? 0) + 1,
            secret_hash: secretHash,
            contact: JSON.stringify(person.contact),
            custom: JSON.stringify(person.custom),
            attributes: JSON.stringify(person.attributes ?? {}),
            user_token: person.userToken,
            blocked: Number(person.blocked),
            invitation: person.invitation ? JSON.stringify(person.invitation) : null,
            created_at: person.createdAt,
          })
          .returningAll()
          .executeTakeFirstOrThrow();
        return personFromRow(row);
      }),

    async personBySecret(counterId, secretHash) {
      const row = await db
        .selectFrom('chat_people')
        .selectAll()
        .where('counter_id', '=', counterId)
        .where('secret_hash', '=', secretHash)
        .executeTakeFirst();
      return row ? personFromRow(row) : null;
    },

    async person(personId) {
      const row = await db
        .selectFrom('chat_people')
        .selectAll()
        .where('id', '=', personId)
        .executeTakeFirst();
      return row ? personFromRow(row) : null;
    },

    async updatePerson(personId, { contact, custom, attributes, userToken, blocked, visitor, invitation }) {
      const changes = {
        contact: given(contact),
        custom: given(custom),
        attributes: given(attributes),
        user_token: userToken,
        blocked: blocked === undefined ? undefined : Number(blocked),
        visitor,
        invitation: invitation === null ? null : given(invitation),
      };
      const set = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      if (Object.keys(set).length === 0) return this.person(personId);
      const row = await db
        .updateTable('chat_people')
        .set(set)
        .where('id', '=', personId)
        .returningAll()
        .executeTakeFirst();
      return row ? personFromRow(row) : null;
    },
  };
}
