/** What the store of backfills does: one a goal, parts that are noted once, and removal at any time. */
import type { Kysely } from 'kysely';
import { expect, it } from 'vitest';
import type { CounterStore, GoalStore } from '../../../counters/index.ts';
import { testGoal } from '../../../goals/test-goal.ts';
import type { StoredBackfill } from '../../../workbench/backfill/port.ts';
import { SETTINGS } from '../counters/counter-store.contract.ts';
import type { RecordsSchema } from '../schema.ts';
import { createBackfillStore } from './backfill-store.ts';

interface Made {
  readonly db: Kysely<RecordsSchema>;
  readonly counters: CounterStore;
  readonly goals: GoalStore;
  close(): Promise<void>;
}

const NOW = 1_790_000_000_000;
const CLAIM = { node: 'one', until: NOW + 60_000 };

const asked = (counterId: number, goalId: number): StoredBackfill => ({
  id: `backfill of ${goalId}`,
  counterId,
  goalId,
  goal: testGoal({ id: goalId, counterId }),
  from: NOW - 86_400_000,
  to: NOW,
  parts: 0,
  done: 0,
  reaches: 0,
  removing: false,
  askedBy: 'ann',
  createdAt: NOW,
  finishedAt: null,
  waitsFor: '',
});

export function registerBackfillContract(make: () => Promise<Made>): void {
  it('[G70] keeps one backfill a goal, counts each part once, and removes it in the midst', async () => {
    const { db, close } = await make();
    const store = createBackfillStore(db);
    const one = asked(1, 5);
    expect(await store.add(one)).toBe(true);
    expect(await store.add({ ...one, id: 'another' })).toBe(false);
    expect(await store.get(1, 5)).toEqual(one);
    expect(await store.split(one.id, 3)).toBe(true);
    expect([await store.advance(one.id, 0, 7), await store.advance(one.id, 0, 7)]).toEqual([true, false]);
    expect(await store.list(1)).toMatchObject([{ parts: 3, done: 1, reaches: 7 }]);
    expect(await store.claim([one.id], NOW, CLAIM)).toEqual([one.id]);
    expect(await store.due(NOW, 5, 'other')).toEqual([]);
    expect(await store.due(NOW, 5, 'one')).toHaveLength(1);
    await store.postpone(one.id, 'the store is away');
    expect(await store.get(1, 5)).toMatchObject({ waitsFor: 'the store is away' });
    await store.finish(one.id, NOW + 1);
    expect(await store.due(NOW, 5, 'other')).toEqual([]);
    expect([await store.markRemoving(1, 5), await store.markRemoving(1, 6)]).toEqual([true, false]);
    expect(await store.advance(one.id, 1, 1)).toBe(false);
    expect(await store.due(NOW, 5, 'other')).toMatchObject([{ id: one.id, removing: true }]);
    await store.remove(one.id);
    expect(await store.list(1)).toEqual([]);
    await close();
  });

  it('[G69] says when goals were made', async () => {
    const { db, counters, goals, close } = await make();
    await counters.create('ann', 77, SETTINGS, NOW);
    const input = { name: 'Lead', type: 'action', conditions: [{ type: 'exact', url: 'lead' }] } as const;
    const rest = { default_price: 0, is_favorite: 0, is_retargeting: 0, flag: '' } as const;
    const made = await goals.create(77, { ...input, conditions: [...input.conditions], ...rest });
    const id = typeof made === 'string' ? 0 : made.id;
    expect([...(await createBackfillStore(db).madeAt(77))]).toEqual([[id, NOW]]);
    await close();
  });
}
