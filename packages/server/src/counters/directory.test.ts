import { describe, expect, it } from 'vitest';
import type { GoalDefinition } from '../goals/index.ts';
import type { CounterRecord } from './counter.ts';
import { createDirectory } from './directory.ts';
import { testCounter } from './test-counter.ts';

const counterOf = (id: number, revision: number, changes: Partial<CounterRecord> = {}): CounterRecord =>
  testCounter({
    id,
    revision,
    site: 'www.Shop.example/store',
    mirrors: ['shop.example:8080', 'магазин.рф', 'broken host'],
    ...changes,
  });

/** Stores whose answers the test holds back and gives out of turn. */
function heldStores(start: readonly CounterRecord[]) {
  const waiting: ((goals: GoalDefinition[]) => void)[] = [];
  let current = start;
  let hold = false;
  return {
    waiting,
    set: (counters: readonly CounterRecord[]) => {
      current = counters;
      hold = true;
    },
    counters: {
      all: async () => [...current],
      get: async (id: number) => current.find((counter) => counter.id === id) ?? null,
    },
    goals: {
      list: (): Promise<GoalDefinition[]> =>
        hold ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve([]),
    },
  };
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('the directory', () => {
  it('holds every counter at the start, deleted ones too, as collection needs it', async () => {
    const directory = await createDirectory(
      heldStores([counterOf(1, 4), counterOf(2, 1, { status: 'Deleted' })]),
    );
    expect([...directory.all()].map(({ counterId, status }) => [counterId, status])).toEqual([
      [1, 'Active'],
      [2, 'Deleted'],
    ]);
    expect(directory.get(1)).toEqual({
      tagModules: [
        'links',
        'forms',
        'buttons',
        'contacts',
        'commerce',
        'engagement',
        'hashes',
        'chats',
        'tools',
      ],
      masking: { on: true, names: [], keep: [], shapes: [] },
      otherChats: { off: [], events: [] },
      ownVisits: { addresses: [], browsers: [] },
      consent: { mode: 'cookies', countries: [], dnt: false, gpc: false, sources: [] },
      counterId: 1,
      status: 'Active',
      revision: 4,
      hosts: ['shop.example', 'xn--80aairftm.xn--p1ai'],
      onlyHosts: false,
      visitTimeout: 1_800,
      autogoals: true,
      filterRobots: true,
      currency: 'EUR',
      goals: [],
    });
    expect(directory.get(3)).toBeUndefined();
  });

  it('takes up a changed counter and a new one', async () => {
    const stores = heldStores([counterOf(1, 1)]);
    const directory = await createDirectory(stores);
    stores.set([counterOf(1, 2, { autogoals: false }), counterOf(5, 1)]);
    const reloads = Promise.all([directory.reload(1), directory.reload(5), directory.reload(6)]);
    await turn();
    for (const answer of stores.waiting) answer([]);
    expect((await reloads).map((config) => config?.counterId)).toEqual([1, 5, undefined]);
    expect(directory.get(1)?.autogoals).toBe(false);
    expect(directory.get(5)?.revision).toBe(1);
  });

  it('keeps the later state when two reloads overtake each other', async () => {
    const stores = heldStores([counterOf(1, 1)]);
    const directory = await createDirectory(stores);
    stores.set([counterOf(1, 2, { currency: 'USD' })]);
    const early = directory.reload(1);
    await turn();
    stores.set([counterOf(1, 3, { currency: 'KZT' })]);
    const late = directory.reload(1);
    await turn();
    stores.waiting[1]?.([]);
    await late;
    stores.waiting[0]?.([]);
    expect(await early).toBe(directory.get(1));
    expect(directory.get(1)).toMatchObject({ revision: 3, currency: 'KZT' });
  });
});
