/** For tests: a row of a counter in every records table that can hold one. */
import { sql, type Kysely, type TableMetadata } from 'kysely';
import type { RecordsSchema } from '../schema.ts';

type Db = Kysely<RecordsSchema>;
type Values = Readonly<Record<string, string | number>>;

/** Tables that hang on a conversation, and name no counter themselves. */
export const OF_CONVERSATIONS = ['chat_happenings', 'chat_messages', 'chat_reads'] as const;

/** Tables that hold nothing of one counter, or name several in a column of their own. */
export const OF_NO_COUNTER: readonly string[] = [
  'boards',
  'chat_operators',
  'email_links',
  'installation',
  'migrations',
  'migrations_lock',
  'passkeys',
  'password_links',
  'tokens',
];

/** The row of the counter itself, and the number that is never given again. */
export const OF_ITSELF: readonly string[] = ['counters', 'retired_counters'];

/** What a check of the table allows. */
const ALLOWED: Readonly<Record<string, Values>> = {
  chat_conversations: { state: 'open' },
  chat_documents: { kind: 'settings' },
  chat_mails: { kind: 'team' },
  goals: { source: 'user', status: 'Active' },
};

export const markOf = (counterId: number): string => `of-${counterId}`;

/** What a text of a table says beside the mark of its counter. */
export type Says = (table: string, column: string) => string;

/** @returns the tables that name a counter or hang on its conversations, of which each has a row now */
export async function plantEverywhere(db: Db, counterId: number, says: Says = () => ''): Promise<string[]> {
  const tables = await tablesOf(db);
  const planted = tables.filter((table) => isOfCounters(table) || isOfConversations(table.name));
  // Conversations need their person, and what hangs on conversations needs these.
  const first = ['chat_people', 'chat_conversations'];
  const rank = ({ name }: TableMetadata) => (first.includes(name) ? first.indexOf(name) : first.length);
  for (const table of planted.toSorted((a, b) => rank(a) - rank(b))) await plant(db, table, counterId, says);
  return planted.map(({ name }) => name).toSorted();
}

export const tablesOf = async (db: Db): Promise<TableMetadata[]> =>
  (await db.introspection.getTables()).filter(({ isView }) => !isView);

const isOfCounters = ({ columns }: TableMetadata) => columns.some(({ name }) => name === 'counter_id');
const isOfConversations = (name: string) => (OF_CONVERSATIONS as readonly string[]).includes(name);

async function plant(db: Db, { name, columns }: TableMetadata, counterId: number, says: Says): Promise<void> {
  const mark = markOf(counterId);
  const given: Values = {
    counter_id: counterId,
    conversation_id: `chat_conversations ${mark}`,
    person_id: `chat_people ${mark}`,
    ...ALLOWED[name],
  };
  const values = columns
    .filter((column) => column.name in given || !(column.isAutoIncrementing && column.name !== 'counter_id'))
    .map((column): readonly [string, string | number] => {
      const value = given[column.name];
      if (value !== undefined) return [column.name, value];
      const isText = /text|char/i.test(column.dataType);
      if (!isText) return [column.name, 1];
      const text = `${name} ${column.name === 'id' ? '' : `${column.name} `}${mark}`;
      const said = column.name === 'id' ? '' : says(name, column.name);
      // What waits to be sent is read as JSON.
      if (column.name === 'message') return [column.name, JSON.stringify({ data: {}, text: text + said })];
      return [column.name, text + said];
    });
  const into = sql.join(values.map(([column]) => sql.ref(column)));
  await sql`INSERT INTO ${sql.table(name)} (${into})
VALUES (${sql.join(values.map(([, value]) => value))})`.execute(db);
}

/** Every table whole, as text. */
export async function readRecords(db: Db): Promise<ReadonlyMap<string, string>> {
  const read = new Map<string, string>();
  for (const { name } of await tablesOf(db)) {
    const { rows } = await sql`SELECT * FROM ${sql.table(name)}`.execute(db);
    read.set(name, JSON.stringify(rows));
  }
  return read;
}

/** @returns the tables that hold a text */
export const holding = (read: ReadonlyMap<string, string>, text: string): string[] =>
  [...read].flatMap(([name, rows]) => (rows.includes(text) ? [name] : [])).toSorted();
