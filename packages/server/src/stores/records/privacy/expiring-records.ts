/** Old rows of the chat and of logs: counted, and removed some at a time [P16]. */
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Expired, ExpiringRows, ExpiringStores } from '../../../privacy/index.ts';
import type { RecordsSchema } from '../schema.ts';

type Db = Kysely<RecordsSchema>;
type Table = 'chat_conversations' | 'chat_files' | 'chat_deliveries' | 'chat_mails' | 'audit' | 'erasures';

const AT_ONCE = 200;

/** Files whose bytes are elsewhere: those go first, so that a kill leaves no bytes without a row. */
type RemoveFile = (id: string) => Promise<void>;

interface Old {
  readonly table: Table;
  readonly at: string;
  readonly where?: RawBuilder<boolean>;
}

const isOld = ({ at, where = sql<boolean>`1 = 1` }: Old, counterId: number, before: number) =>
  sql<boolean>`counter_id = ${counterId} AND ${sql.ref(at)} < ${before} AND ${where}`;

async function countOf(db: Db, old: Old, counterId: number, before: number): Promise<Expired> {
  const { rows } = await sql<{ n: number; oldest: number | null }>`SELECT count(*) AS n,
    min(${sql.ref(old.at)}) AS oldest FROM ${sql.table(old.table)} WHERE ${isOld(old, counterId, before)}`.execute(
    db,
  );
  const [row] = rows;
  return { rows: Number(row?.n ?? 0), oldest: row?.oldest == null ? null : Number(row.oldest) };
}

async function countAll(db: Db, olds: readonly Old[], counterId: number, before: number): Promise<Expired> {
  const counts = await Promise.all(olds.map((old) => countOf(db, old, counterId, before)));
  const oldest = counts.flatMap((count) => (count.oldest === null ? [] : [count.oldest]));
  return {
    rows: counts.reduce((sum, count) => sum + count.rows, 0),
    oldest: oldest.length === 0 ? null : Math.min(...oldest),
  };
}

async function idsOf(db: Db, old: Old, counterId: number, before: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`SELECT id FROM ${sql.table(old.table)}
    WHERE ${isOld(old, counterId, before)} ORDER BY ${sql.ref(old.at)}, id LIMIT ${AT_ONCE}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Until none is left. */
async function removeOld(
  db: Db,
  old: Old,
  [counterId, before]: readonly [number, number],
  remove: (ids: string[]) => Promise<void> = async (ids) =>
    void (await sql`DELETE FROM ${sql.table(old.table)} WHERE id IN (${sql.join(ids)})`.execute(db)),
): Promise<void> {
  for (;;) {
    const ids = await idsOf(db, old, counterId, before);
    if (ids.length > 0) await remove(ids);
    if (ids.length < AT_ONCE) return;
  }
}

function rowsOf(db: Db, ...olds: readonly Old[]): ExpiringRows {
  return {
    count: (counterId, before) => countAll(db, olds, counterId, before),
    async remove(counterId, before) {
      for (const old of olds) await removeOld(db, old, [counterId, before]);
    },
  };
}

/** Pictures that the settings name stay as long as these do. */
const NOT_NAMED = sql<boolean>`NOT EXISTS (SELECT 1 FROM chat_documents
  WHERE chat_documents.counter_id = chat_files.counter_id AND document LIKE '%' || chat_files.id || '%')`;
const FILES: Old = { table: 'chat_files', at: 'created_at', where: NOT_NAMED };
const CONVERSATIONS: Old = { table: 'chat_conversations', at: 'last_message_at' };
const LETTERS: Old = {
  table: 'chat_mails',
  at: 'created_at',
  where: sql<boolean>`status NOT IN ('waiting', 'handed')`,
};

export function createExpiringRecords(
  db: Db,
  removeFile: RemoveFile,
): Omit<ExpiringStores, 'hits' | 'visits'> {
  async function removeFiles(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    for (const id of ids) await removeFile(id);
    await db
      .deleteFrom('chat_files')
      .where('id', 'in', [...ids])
      .execute();
  }

  async function removeConversations(ids: string[]): Promise<void> {
    const held = await db
      .selectFrom('chat_messages')
      .select('file')
      .where('conversation_id', 'in', ids)
      .where('file', 'is not', null)
      .execute();
    const files = held.map(({ file }) => (JSON.parse(file ?? '{}') as { id?: string }).id ?? '');
    for (let from = 0; from < files.length; from += AT_ONCE)
      await removeFiles(files.slice(from, from + AT_ONCE));
    await db.transaction().execute(async (trx) => {
      for (const table of ['chat_messages', 'chat_reads', 'chat_happenings', 'chat_mails'] as const)
        await trx.deleteFrom(table).where('conversation_id', 'in', ids).execute();
      await trx.deleteFrom('chat_conversations').where('id', 'in', ids).execute();
    });
  }

  return {
    conversations: {
      count: (counterId, before) => countAll(db, [CONVERSATIONS], counterId, before),
      async remove(counterId, before) {
        await removeOld(db, CONVERSATIONS, [counterId, before], removeConversations);
        await removeLonely(db, counterId, before);
      },
    },
    files: {
      count: (counterId, before) => countAll(db, [FILES], counterId, before),
      remove: (counterId, before) => removeOld(db, FILES, [counterId, before], removeFiles),
    },
    deliveries: rowsOf(
      db,
      { table: 'chat_deliveries', at: 'created_at', where: sql<boolean>`status <> 'waiting'` },
      LETTERS,
    ),
    logs: rowsOf(
      db,
      { table: 'audit', at: 'at' },
      { table: 'erasures', at: 'created_at', where: sql<boolean>`finished_at IS NOT NULL` },
    ),
  };
}

/** What is left of people who have no conversation any more: a blocked one stays blocked, without a name. */
async function removeLonely(db: Db, counterId: number, before: number): Promise<void> {
  const lonely = sql<boolean>`counter_id = ${counterId} AND created_at < ${before} AND NOT EXISTS (
    SELECT 1 FROM chat_conversations WHERE chat_conversations.person_id = chat_people.id)`;
  await db.deleteFrom('chat_people').where('blocked', '=', 0).where(lonely).execute();
  await db
    .updateTable('chat_people')
    .set({ contact: '{}', custom: '[]', attributes: '{}', user_token: '' })
    .where('blocked', '=', 1)
    .where(lonely)
    .execute();
  await db
    .deleteFrom('chat_goals')
    .where('counter_id', '=', counterId)
    .where('journaled', '=', 1)
    .where('at', '<', before)
    .execute();
  await db
    .deleteFrom('chat_invitation_events')
    .where('counter_id', '=', counterId)
    .where('at', '<', before)
    .execute();
  await db
    .deleteFrom('vendor_conversations')
    .where('counter_id', '=', counterId)
    .where('updated_at', '<', before)
    .execute();
}
