/** Takes a person out of what the owner and colleagues wrote, in the records store [P34]. */
import { sql, type Kysely } from 'kysely';
import { mentionsOf, type PersonMentions } from '../../../privacy/index.ts';
import type { RecordsSchema } from '../schema.ts';
import { asksOf, widgetsIn } from './board-widgets.ts';
import { leftMentions } from './left-mentions.ts';

type Db = Kysely<RecordsSchema>;
type Clean = (text: string) => string;

interface Place {
  readonly table: 'segments' | 'shares' | 'schedules' | 'alerts' | 'annotations' | 'audit' | 'saved_paths';
  readonly columns: readonly string[];
}

/** Text that people write of others. Settings are JSON: what is put in needs no escape there. */
const PLACES: readonly Place[] = [
  { table: 'segments', columns: ['name', 'expression'] },
  { table: 'shares', columns: ['name', 'filters'] },
  { table: 'schedules', columns: ['settings'] },
  { table: 'alerts', columns: ['settings'] },
  { table: 'annotations', columns: ['text'] },
  { table: 'saved_paths', columns: ['name', 'address'] },
  { table: 'audit', columns: ['target', 'details'] },
];
const PAGE = 2_000;
const TAKEN_BACK =
  'A report that waited was taken back, as a person was erased whom it may name. The next one comes in its time.';

export function createPersonMentions(db: Db): PersonMentions {
  return {
    async remove(counterId, person) {
      const clean = mentionsOf(person);
      for (const place of PLACES) await cleanPlace(db, place, counterId, clean);
      await cleanDeletedGoals(db, counterId, clean);
      await cleanBoards(db, counterId, clean);
      await takeBackReports(db, counterId, clean);
    },
    left: (counterId, person) => leftMentions(db, counterId, person),
  };
}

type Row = Readonly<Record<string, string | number>>;

async function cleanPlace(db: Db, { table, columns }: Place, counterId: number, clean: Clean): Promise<void> {
  const names = sql.join(['id', ...columns].map((name) => sql.ref(name)));
  for (let last: string | number | undefined; ;) {
    const after = last === undefined ? sql`` : sql`AND id > ${last}`;
    const { rows } = await sql<Row>`SELECT ${names} FROM ${sql.table(table)}
WHERE counter_id = ${counterId} ${after} ORDER BY id LIMIT ${PAGE}`.execute(db);
    for (const row of rows) {
      const changed = columns
        .map((column) => [column, String(row[column])] as const)
        .filter(([, text]) => clean(text) !== text);
      if (changed.length === 0) continue;
      const set = sql.join(changed.map(([column, text]) => sql`${sql.ref(column)} = ${clean(text)}`));
      await sql`UPDATE ${sql.table(table)} SET ${set} WHERE id = ${row['id']}`.execute(db);
    }
    if (rows.length < PAGE) return;
    last = rows.at(-1)?.['id'];
  }
}

/** Nothing counts by them, and no one can edit them. */
async function cleanDeletedGoals(db: Db, counterId: number, clean: Clean): Promise<void> {
  const goals = await db
    .selectFrom('goals')
    .select(['id', 'name', 'conditions', 'steps', 'fields'])
    .where('counter_id', '=', counterId)
    .where('status', '=', 'Deleted')
    .execute();
  for (const { id, ...texts } of goals) {
    const [name, conditions, steps, fields] = [texts.name, texts.conditions, texts.steps, texts.fields].map(
      clean,
    );
    await db
      .updateTable('goals')
      .set({ name, conditions, steps, fields })
      .where('id', '=', id)
      .where('status', '=', 'Deleted')
      .execute();
  }
}

/** A board may show several counters: only what asks of this one is changed. */
async function cleanBoards(db: Db, counterId: number, clean: Clean): Promise<void> {
  const isOfCounter = asksOf(counterId);
  for (const { id, name, widgets } of await db
    .selectFrom('boards')
    .select(['id', 'name', 'widgets'])
    .execute()) {
    const all = widgetsIn(widgets);
    if (!all.some(isOfCounter)) continue;
    const text = JSON.stringify(
      all.map((one) => (isOfCounter(one) ? (JSON.parse(clean(JSON.stringify(one))) as typeof one) : one)),
    );
    const called = clean(name);
    if (called !== name || text !== JSON.stringify(all))
      await db.updateTable('boards').set({ name: called, widgets: text }).where('id', '=', id).execute();
  }
}

/** Files of a report cannot be searched: of those that wait, none is sent. */
async function takeBackReports(db: Db, counterId: number, clean: Clean): Promise<void> {
  const rows = await db
    .selectFrom('notices')
    .select(['id', 'status', 'message'])
    .where('counter_id', '=', counterId)
    .where('message', '!=', '')
    .execute();
  for (const { id, status, message } of rows) {
    const { attachments = [], data } = JSON.parse(message) as Told;
    if (attachments.length === 0 && clean(message) === message) continue;
    await db.transaction().execute(async (trx) => {
      await trx
        .updateTable('notices')
        .set(
          status === 'waiting' ? { message: '', status: 'failed', last_answer: TAKEN_BACK } : { message: '' },
        )
        .where('id', '=', id)
        .execute();
      if (status === 'waiting' && data.schedule !== undefined)
        await trx
          .updateTable('schedules')
          .set({ last_fault: TAKEN_BACK })
          .where('counter_id', '=', counterId)
          .where('id', '=', data.schedule.id)
          .execute();
    });
  }
}

interface Told {
  readonly attachments?: readonly unknown[];
  readonly data: { readonly schedule?: { readonly id: string } };
}
