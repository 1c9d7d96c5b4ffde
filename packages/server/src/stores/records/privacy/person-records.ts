/** One person's rows of the chat: found, counted, read out, and deleted. */
import { sql, type Kysely, type Transaction } from 'kysely';
import { isOfOneDay } from '../../../collect/index.ts';
import type { ChatIdentity, Person, PersonRecords } from '../../../privacy/index.ts';
import type { Records } from '../open.ts';
import type { RecordsSchema } from '../schema.ts';
import { isSaidBy, namesIn } from './said.ts';

type Db = Kysely<RecordsSchema> | Transaction<RecordsSchema>;

/** Ids in one statement: SQLite bounds them. */
const AT_ONCE = 500;
const PAGE = 2_000;

export function createPersonRecords({ db, dialect }: Pick<Records, 'db' | 'dialect'>): PersonRecords {
  return {
    async findPeople(counterId, by, value) {
      if (by === 'conversation') return ofConversation(db, counterId, value);
      if (by === 'visitor') return ofVisitors(db, counterId, [value]);
      const found: ChatIdentity[] = [];
      for (let last = ''; ;) {
        const rows = await db
          .selectFrom('chat_people')
          .select(['id', 'visitor', 'contact', 'custom', 'user_token', 'attributes'])
          .where('counter_id', '=', counterId)
          .where('id', '>', last)
          .orderBy('id')
          .limit(PAGE)
          .execute();
        for (const row of rows)
          if (isSaidBy(row, by, value)) found.push({ personId: row.id, visitor: row.visitor });
        if (rows.length < PAGE) return found;
        last = rows.at(-1)?.id ?? '';
      }
    },

    async saidBy(counterId, people) {
      const rows = await inParts(people, (part) =>
        db
          .selectFrom('chat_people')
          .select(['contact', 'user_token'])
          .where('counter_id', '=', counterId)
          .where('id', 'in', part)
          .execute(),
      );
      return rows.flatMap(namesIn);
    },

    ofVisitors: (counterId, visitors) => ofVisitors(db, counterId, visitors),

    async belongings(counterId, { visitors, people }) {
      const browsers = browsersOf(visitors);
      const of = (column: 'person_id' | 'visitor') => (part: string[]) =>
        db
          .selectFrom('chat_conversations')
          .select('id')
          .where('counter_id', '=', counterId)
          .where(column, 'in', part)
          .execute();
      const rows = [...(await inParts(people, of('person_id'))), ...(await inParts(browsers, of('visitor')))];
      const conversations = new Set(rows.map(({ id }) => id));
      const files = await selectFiles(db, counterId, people, [...conversations]);
      return { conversations: [...conversations], files };
    },

    async counts(counterId, person) {
      const rows = await rowsOf(db, counterId, person);
      return {
        people: rows.people.length,
        conversations: rows.conversations.length,
        messages: rows.messages.length,
        files: person.files.length,
        deliveries: rows.deliveries.length,
        letters: rows.letters.length,
      };
    },

    rows: (counterId, person) => rowsOf(db, counterId, person),

    async remove(counterId, person) {
      await db.transaction().execute((trx) => removeAll(trx, counterId, person));
    },

    async scrub() {
      if (dialect !== 'sqlite') return true;
      // Deleted cells were overwritten already; what the log still holds of them goes with it.
      const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
      return rows[0]?.busy === 0;
    },
  };
}

function* parts<T>(ids: readonly T[]): Generator<T[]> {
  for (let from = 0; from < ids.length; from += AT_ONCE) yield ids.slice(from, from + AT_ONCE);
}

/** What a statement answers to so many ids, some of them at a time. */
async function inParts<T, R>(ids: readonly T[], ask: (part: T[]) => Promise<readonly R[]>): Promise<R[]> {
  const all: R[] = [];
  for (const part of parts(ids)) all.push(...(await ask(part)));
  return all;
}

/** Without numbers of one day: another visitor's conversation may be under the same [P40]. */
const browsersOf = (visitors: readonly string[]): string[] => visitors.filter((one) => !isOfOneDay(one));

async function ofVisitors(db: Db, counterId: number, visitors: readonly string[]): Promise<ChatIdentity[]> {
  const rows = await inParts(browsersOf(visitors), (part) =>
    db
      .selectFrom('chat_people')
      .select(['id', 'visitor'])
      .where('counter_id', '=', counterId)
      .where('visitor', 'in', part)
      .execute(),
  );
  return rows.map(({ id, visitor }) => ({ personId: id, visitor }));
}

async function ofConversation(db: Db, counterId: number, id: string): Promise<ChatIdentity[]> {
  const rows = await db
    .selectFrom('chat_conversations')
    .select(['person_id', 'visitor'])
    .where('counter_id', '=', counterId)
    .where('id', '=', id)
    .execute();
  return rows.map(({ person_id: personId, visitor }) => ({ personId, visitor }));
}

async function selectFiles(
  db: Db,
  counterId: number,
  people: readonly string[],
  conversations: readonly string[],
): Promise<string[]> {
  const sent = await inParts(people, (part) =>
    db
      .selectFrom('chat_files')
      .select('id')
      .where('counter_id', '=', counterId)
      .where('person_id', 'in', part)
      .execute(),
  );
  // What operators sent them, too.
  const received = await inParts(conversations, (part) =>
    db
      .selectFrom('chat_messages')
      .select('file')
      .where('conversation_id', 'in', part)
      .where('file', 'is not', null)
      .execute(),
  );
  const given = received.map(({ file }) => (JSON.parse(file ?? '{}') as { id: string }).id);
  return [...new Set([...sent.map(({ id }) => id), ...given])];
}

/** Ids that payloads of webhooks name a person by. */
const namesOf = ({ visitors, conversations, people }: Person): string[] => [
  ...browsersOf(visitors),
  ...conversations,
  ...people,
];

function named(ids: readonly string[]) {
  return sql<boolean>`(${sql.join(
    ids.map((id) => sql`payload LIKE ${`%"${id}"%`}`),
    sql` OR `,
  )})`;
}

/** Rows of one person, by what they are. */
async function rowsOf(db: Db, counterId: number, person: Person) {
  const { visitors, people, conversations, files } = person;
  const of = (table: 'chat_goals' | 'chat_invitation_events' | 'vendor_conversations') => (part: string[]) =>
    db
      .selectFrom(table)
      .selectAll()
      .where('counter_id', '=', counterId)
      .where('visitor', 'in', part)
      .execute();
  const found = await inParts(people, (part) =>
    db.selectFrom('chat_people').selectAll().where('id', 'in', part).execute(),
  );
  const deliveries = await inParts(namesOf(person), (part) =>
    db
      .selectFrom('chat_deliveries')
      .selectAll()
      .where('counter_id', '=', counterId)
      .where(named(part))
      .execute(),
  );
  return {
    // A secret that opens their chat is no one's to hand out.
    people: found.map((row) => ({ ...row, secret_hash: '' })),
    letters: await inParts(people, (part) =>
      db.selectFrom('chat_mails').selectAll().where('person_id', 'in', part).execute(),
    ),
    conversations: await inParts(conversations, (part) =>
      db.selectFrom('chat_conversations').selectAll().where('id', 'in', part).execute(),
    ),
    messages: await inParts(conversations, (part) =>
      db.selectFrom('chat_messages').selectAll().where('conversation_id', 'in', part).execute(),
    ),
    files: await inParts(files, (part) =>
      db.selectFrom('chat_files').selectAll().where('id', 'in', part).execute(),
    ),
    goals: await inParts(visitors, of('chat_goals')),
    invitations: await inParts(visitors, of('chat_invitation_events')),
    otherChats: await inParts(visitors, of('vendor_conversations')),
    // One may name the person by several ids.
    deliveries: [...new Map(deliveries.map((row) => [row.id, row])).values()],
  };
}

/** Children first. */
async function removeAll(trx: Db, counterId: number, person: Person): Promise<void> {
  const { visitors, people, conversations, files } = person;
  for (const part of parts(namesOf(person)))
    await trx.deleteFrom('chat_deliveries').where('counter_id', '=', counterId).where(named(part)).execute();
  for (const part of parts(conversations)) {
    for (const table of ['chat_messages', 'chat_reads', 'chat_happenings', 'chat_mails'] as const)
      await trx.deleteFrom(table).where('conversation_id', 'in', part).execute();
    await trx.deleteFrom('chat_conversations').where('id', 'in', part).execute();
    // Their ids begin with the conversation's; who writes before they have a number has no other mark.
    for (const id of part) await trx.deleteFrom('chat_goals').where('id', 'like', `${id}:%`).execute();
  }
  for (const part of parts(people)) {
    await trx.deleteFrom('chat_mails').where('person_id', 'in', part).execute();
    await trx.deleteFrom('chat_people').where('id', 'in', part).execute();
  }
  for (const part of parts(visitors))
    for (const table of ['chat_goals', 'chat_invitation_events', 'vendor_conversations'] as const)
      await trx.deleteFrom(table).where('counter_id', '=', counterId).where('visitor', 'in', part).execute();
  for (const part of parts(files)) await trx.deleteFrom('chat_files').where('id', 'in', part).execute();
}
