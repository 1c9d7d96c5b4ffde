/** What still names a person who was erased, in every table that a counter has, whatever it is called [P37]. */
import { sql, type Kysely, type TableMetadata } from 'kysely';
import type { ErasureLeft } from '@goalpost/contract/management';
import { mentionsOf, type Person } from '../../../privacy/index.ts';
import type { RecordsSchema } from '../schema.ts';

type Db = Kysely<RecordsSchema>;
type Row = Readonly<Record<string, unknown>>;

const MOST_LEFT = 200;
const PAGE = 2_000;
/** By what a person finds it in the web app; what is not here is `other`, with the table's name. */
const PLACES: Readonly<Record<string, { readonly place: ErasureLeft['place']; readonly id: string }>> = {
  goals: { place: 'goal', id: 'id' },
  backfills: { place: 'goal', id: 'goal_id' },
  chat_rules: { place: 'rule', id: 'id' },
  chat_documents: { place: 'chat', id: 'kind' },
  counters: { place: 'site', id: 'id' },
  channels: { place: 'channel', id: 'id' },
  chat_conversations: { place: 'conversation', id: 'id' },
  chat_messages: { place: 'conversation', id: 'conversation_id' },
};
/** The person's own request, whose marks go when it is done; who may see the site is another matter. */
const NOT_LOOKED_AT: readonly string[] = ['erasures', 'grants', 'access_invitations'];
const SEALED = { channels: ['config'] } as const;

export async function leftMentions(db: Db, counterId: number, person: Person): Promise<ErasureLeft[]> {
  const clean = mentionsOf(person);
  const left = new Map<string, ErasureLeft>();
  for (const table of await db.introspection.getTables()) {
    const whose = whoseRows(table, counterId);
    if (whose === null || NOT_LOOKED_AT.includes(table.name)) continue;
    const { place, id } = PLACES[table.name] ?? { place: 'other', id: '' };
    for await (const row of rowsOf(db, table, whose)) {
      if (left.size >= MOST_LEFT) return [...left.values()];
      if (!names(table.name, row, clean)) continue;
      const one: ErasureLeft = { place, id: id === '' ? table.name : String(row[id]) };
      left.set(JSON.stringify(one), one);
    }
  }
  return [...left.values()];
}

/** Null: it holds nothing of a counter. */
function whoseRows({ name, columns }: TableMetadata, counterId: number) {
  if (name === 'counters') return sql<boolean>`id = ${counterId}`;
  const has = (column: string) => columns.some((one) => one.name === column);
  if (has('counter_id')) return sql<boolean>`counter_id = ${counterId}`;
  if (!has('conversation_id')) return null;
  return sql<boolean>`conversation_id IN (SELECT id FROM chat_conversations WHERE counter_id = ${counterId})`;
}

/** Some at a time, in the order of what numbers them: a counter may have millions of messages. */
async function* rowsOf(
  db: Db,
  { name, columns }: TableMetadata,
  whose: ReturnType<typeof sql<boolean>>,
): AsyncGenerator<Row> {
  const all = columns.map((column) => column.name);
  const keys = all.includes('id') ? ['id'] : all.filter((column) => KEYS.includes(column));
  const order = sql.join(keys.map((key) => sql.ref(key)));
  for (let last: readonly unknown[] | null = null; ;) {
    const after: ReturnType<typeof sql> =
      last === null ? sql`` : sql`AND (${order}) > (${sql.join([...last])})`;
    const { rows }: { rows: Row[] } = await sql<Row>`SELECT * FROM ${sql.table(name)}
WHERE ${whose} ${after} ORDER BY ${order} LIMIT ${PAGE}`.execute(db);
    yield* rows;
    const end = rows.at(-1);
    if (rows.length < PAGE || end === undefined) return;
    last = keys.map((key) => end[key]);
  }
}

/** Of a table without an id: together they number its rows, and none is ever null. */
const KEYS: readonly string[] = [
  'conversation_id',
  'seq',
  'number',
  'counter_id',
  'account_id',
  'kind',
  'vendor',
  'thread',
  'rule_id',
  'visitor',
  'variant',
  'day',
  'at',
];

function names(table: string, row: Row, clean: (text: string) => string): boolean {
  const sealed: readonly string[] = table in SEALED ? SEALED.channels : [];
  return Object.entries(row).some(
    ([column, value]) => typeof value === 'string' && !sealed.includes(column) && clean(value) !== value,
  );
}
