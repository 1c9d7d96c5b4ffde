/** One person's rows of the chat: found, counted, read out, and deleted. */
import { sql, type Kysely, type Transaction } from 'kysely';
import type { ChatIdentity, Person, PersonRecords, Rows } from '../../../privacy/index.ts';
import type { Records } from '../open.ts';
import type { RecordsSchema } from '../schema.ts';
import { isSaidBy } from './said.ts';

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

    ofVisitors: (counterId, visitors) => ofVisitors(db, counterId, visitors),

    async belongings(counterId, { visitors, people }) {
      const conversations = new Set<string>();
      for (const part of parts(people))
        for (const { id } of await db
          .selectFrom('chat_conversations')
          .select('id')
          .where('counter_id', '=', counterId)
          .where('person_id', 'in', part)
          .execute())
          conversations.add(id);
      for (const part of parts(visitors))
        for (const { id } of await db
          .selectFrom('chat_conversations')
          .select('id')
          .where('counter_id', '=', counterId)
          .where('visitor', 'in', part)
          .execute())
          conversations.add(id);
      const files = await selectFiles(db, counterId, people, [...conversations]);
      return { conversations: [...conversations], files };
    },

    async counts(counterId, person) {
      const rows = await rowsOf(db, counterId, person);
      return {
        people: rows['people']?.length ?? 0,
        conversations: rows['conversations']?.length ?? 0,
        messages: rows['messages']?.length ?? 0,
        files: person.files.length,
        deliveries: rows['deliveries']?.length ?? 0,
        letters: rows['letters']?.length ?? 0,
      };
    },

    rows: (counterId, person) => rowsOf(db, counterId, person),

    async remove(counterId, person) {
      await db.transaction().execute((trx) => removeAll(trx, counterId, person));
    },

    async scrub() {
      if (dialect !== 'sqlite') return;
      // Deleted cells were overwritten already; what the log still holds of them goes with it.
      await sql`PRAGMA wal_checkpoint(TRUNCATE)`.execute(db);
    },
  };
}

function* parts<T>(ids: readonly T[]): Generator<T[]> {
  for (let from = 0; from < ids.length; from += AT_ONCE) yield ids.slice(from, from + AT_ONCE);
}

async function ofVisitors(db: Db, counterId: number, visitors: readonly string[]): Promise<ChatIdentity[]> {
  const found: ChatIdentity[] = [];
  for (const part of parts(visitors)) {
    const rows = await db
      .selectFrom('chat_people')
      .select(['id', 'visitor'])
      .where('counter_id', '=', counterId)
      .where('visitor', 'in', part)
      .execute();
    found.push(...rows.map(({ id, visitor }) => ({ personId: id, visitor })));
  }
  return found;
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
  const ids = new Set<string>();
  for (const part of parts(people))
    for (const { id } of await db
      .selectFrom('chat_files')
      .select('id')
      .where('counter_id', '=', counterId)
      .where('person_id', 'in', part)
      .execute())
      ids.add(id);
  // What operators sent them, too.
  for (const part of parts(conversations))
    for (const { file } of await db
      .selectFrom('chat_messages')
      .select('file')
      .where('conversation_id', 'in', part)
      .where('file', 'is not', null)
      .execute())
      ids.add((JSON.parse(file ?? '{}') as { id: string }).id);
  return [...ids];
}

/** Of webhooks: payloads name the visitor and the conversation. */
function named({ visitors, conversations, people }: Person) {
  const ids = [...visitors, ...conversations, ...people];
  return sql<boolean>`(${sql.join(
    ids.slice(0, AT_ONCE).map((id) => sql`payload LIKE ${`%"${id}"%`}`),
    sql` OR `,
  )})`;
}

async function rowsOf(db: Db, counterId: number, person: Person): Promise<Record<string, Rows>> {
  const { visitors, people, conversations } = person;
  const all: Record<string, Record<string, unknown>[]> = {};
  const take = (kind: string, rows: readonly object[]) =>
    void (all[kind] ??= []).push(...(rows as Record<string, unknown>[]));
  for (const part of parts(people)) {
    const rows = await db.selectFrom('chat_people').selectAll().where('id', 'in', part).execute();
    // A secret that opens their chat is no one's to hand out.
    take(
      'people',
      rows.map((row) => ({ ...row, secret_hash: '' })),
    );
    take('letters', await db.selectFrom('chat_mails').selectAll().where('person_id', 'in', part).execute());
  }
  for (const part of parts(conversations)) {
    take(
      'conversations',
      await db.selectFrom('chat_conversations').selectAll().where('id', 'in', part).execute(),
    );
    take(
      'messages',
      await db.selectFrom('chat_messages').selectAll().where('conversation_id', 'in', part).execute(),
    );
  }
  for (const part of parts(person.files))
    take('files', await db.selectFrom('chat_files').selectAll().where('id', 'in', part).execute());
  for (const part of parts(visitors)) {
    take(
      'goals',
      await db
        .selectFrom('chat_goals')
        .selectAll()
        .where('counter_id', '=', counterId)
        .where('visitor', 'in', part)
        .execute(),
    );
    take(
      'invitations',
      await db
        .selectFrom('chat_invitation_events')
        .selectAll()
        .where('counter_id', '=', counterId)
        .where('visitor', 'in', part)
        .execute(),
    );
  }
  if (visitors.length + people.length + conversations.length > 0)
    take(
      'deliveries',
      await db
        .selectFrom('chat_deliveries')
        .selectAll()
        .where('counter_id', '=', counterId)
        .where(named(person))
        .execute(),
    );
  return all;
}

/** Children first. */
async function removeAll(trx: Db, counterId: number, person: Person): Promise<void> {
  const { visitors, people, conversations, files } = person;
  if (visitors.length + people.length + conversations.length > 0)
    await trx
      .deleteFrom('chat_deliveries')
      .where('counter_id', '=', counterId)
      .where(named(person))
      .execute();
  for (const part of parts(conversations)) {
    for (const table of ['chat_messages', 'chat_reads', 'chat_happenings', 'chat_mails'] as const)
      await trx.deleteFrom(table).where('conversation_id', 'in', part).execute();
    await trx.deleteFrom('chat_conversations').where('id', 'in', part).execute();
  }
  for (const part of parts(people)) {
    await trx.deleteFrom('chat_mails').where('person_id', 'in', part).execute();
    await trx.deleteFrom('chat_people').where('id', 'in', part).execute();
  }
  for (const part of parts(visitors))
    for (const table of ['chat_goals', 'chat_invitation_events'] as const)
      await trx.deleteFrom(table).where('counter_id', '=', counterId).where('visitor', 'in', part).execute();
  for (const part of parts(files)) await trx.deleteFrom('chat_files').where('id', 'in', part).execute();
}
