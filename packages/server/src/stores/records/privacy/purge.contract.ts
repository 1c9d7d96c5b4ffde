/** What a purge leaves of a counter, in every table of the schema, those to come too. */
import type { Kysely } from 'kysely';
import { expect, it } from 'vitest';
import type { CounterStore } from '../../../counters/index.ts';
import { SETTINGS } from '../counters/counter-store.contract.ts';
import type { InstallationRecords } from '../installation.ts';
import type { RecordsSchema } from '../schema.ts';
import { createPurgeableRecords } from './purgeable-records.ts';
import { createRetentionStore } from './retention-store.ts';
import {
  holding,
  markOf,
  OF_ITSELF,
  OF_NO_COUNTER,
  plantEverywhere,
  readRecords,
  tablesOf,
} from './test-planted.ts';

interface Made {
  readonly db: Kysely<RecordsSchema>;
  readonly counters: CounterStore;
  readonly installation: InstallationRecords;
  close(): Promise<void>;
}

const widget = (counterId: number) => ({
  id: `widget ${counterId}`,
  question: { counter_id: counterId, kind: 'number', metric: 'ym:s:visits', title: markOf(counterId) },
});

/** What names several counters at once. */
async function plantShared(db: Kysely<RecordsSchema>, counterIds: readonly number[]): Promise<void> {
  const widgets = JSON.stringify(counterIds.map(widget));
  const board = { id: 'wall', owner_id: 'ann', name: 'Wall', shared: 0, created_at: 1 };
  await db
    .insertInto('boards')
    .values([
      { ...board, widgets },
      { ...board, id: 'none', widgets: '[]' },
    ])
    .execute();
  const lists = [counterIds, counterIds.slice(0, 1), null];
  for (const [index, list] of lists.entries())
    await db
      .insertInto('tokens')
      .values({
        id: `token ${index}`,
        account_id: 'ann',
        name: 'n',
        hash: `hash ${index}`,
        scope: 'read',
        counters: list === null ? null : JSON.stringify(list),
        created_at: 1,
        last_used_at: null,
        revoked_at: null,
        expires_at: null,
      })
      .execute();
}

export function registerPurgeContract(make: () => Promise<Made>): void {
  it('[P36] a purge leaves nothing of a counter in any table, and all of another', async () => {
    const { db, counters, installation, close } = await make();
    const created = [
      await counters.create('ann', null, { ...SETTINGS, name: 'first' }, 1),
      await counters.create('ann', null, { ...SETTINGS, name: 'second' }, 1),
    ];
    const [gone = 0, stays = 0] = created.map((one) => (one === 'taken' ? 0 : one.id));
    await db.updateTable('counters').set({ status: 'Deleted' }).where('id', '=', gone).execute();
    const planted = await plantEverywhere(db, gone);
    await plantEverywhere(db, stays);
    await plantShared(db, [gone, stays]);
    // Whatever table is new is planted by its column, or has to be named with what becomes of it.
    const known = [...planted, ...OF_ITSELF, ...OF_NO_COUNTER].toSorted();
    expect((await tablesOf(db)).map(({ name }) => name).toSorted()).toEqual(known);
    const before = await readRecords(db);
    expect(holding(before, String(gone))).toEqual([...planted, 'counters', 'boards', 'tokens'].toSorted());

    const removed: string[] = [];
    const purgeable = createPurgeableRecords(db, async (id) => void removed.push(id));
    const numbers = await installation.numbers();
    expect(await createRetentionStore(db, () => 1).beginPurge(gone)).toBe(true);
    for (const _ of [1, 2]) await purgeable.purge(gone);

    const after = await readRecords(db);
    // They never fall: a start takes the records for older ones otherwise.
    expect(await installation.numbers()).toEqual(numbers);
    expect(await installation.everKnown()).toContain(gone);
    expect(await installation.counters()).not.toContain(gone);
    expect(holding(after, String(gone))).toEqual(['audit', 'retention_runs', 'retired_counters']);
    expect(removed).toEqual([`chat_files ${markOf(gone)}`]);
    const of = (read: ReadonlyMap<string, string>, name: string) =>
      (JSON.parse(read.get(name) ?? '') as object[]).filter((row) =>
        JSON.stringify(row).includes(String(stays)),
      );
    for (const name of planted) expect([name, of(after, name)]).toEqual([name, of(before, name)]);
    const boards = await db.selectFrom('boards').select(['id', 'widgets']).orderBy('id').execute();
    expect(boards.map(({ widgets }) => JSON.parse(widgets) as unknown)).toEqual([[], [widget(stays)]]);
    // A token that was for this counter alone is for none: without a list it would be for all.
    const tokens = await db.selectFrom('tokens').select('counters').orderBy('id').execute();
    expect(tokens.map(({ counters: list }) => list)).toEqual([`[${stays}]`, '[]', null]);
    await close();
  });
}
