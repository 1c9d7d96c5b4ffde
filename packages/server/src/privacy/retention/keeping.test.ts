import { expect, it } from 'vitest';
import { createKeeping, type KeepingDeps } from './keeping.ts';
import { NO_PERIODS } from './periods.ts';
import type { RetentionStore, StoredRun } from './port.ts';

const NOW = Date.UTC(2026, 10, 30, 7);
const PERIODS = { ...NO_PERIODS, visits: { keep: 30, unit: 'day' }, sums: true } as const;
const AGES_MS = 3_600_000;

/** Runs of one counter, which nodes share; the newest is listed first, as in the records store. */
function sharedStore(): RetentionStore {
  const runs: StoredRun[] = [];
  const claims = new Map<string, { readonly node: string; readonly until: number }>();
  const waiting = (): StoredRun[] => runs.filter(({ finishedAt }) => finishedAt === null);
  const isFree = (id: string, now: number, node: string): boolean => {
    const held = claims.get(id);
    return held === undefined || held.node === node || held.until <= now;
  };
  return {
    all: async () => [],
    purgeable: async () => [],
    periods: async () => PERIODS,
    add: async (run: StoredRun) => void runs.push(run),
    list: async () => runs.toReversed(),
    due: async (now: number, _limit: number, node: string) =>
      waiting().filter(({ id }) => isFree(id, now, node)),
    async claim(ids: string[], now: number, claim: { readonly node: string; readonly until: number }) {
      const mine = waiting().filter(({ id }) => ids.includes(id) && isFree(id, now, claim.node));
      for (const { id } of mine) claims.set(id, claim);
      return mine.map(({ id }) => id);
    },
    async finish(id: string, finishedAt: number) {
      runs.splice(0, runs.length, ...runs.map((run) => (run.id === id ? { ...run, finishedAt } : run)));
    },
    postpone: async (id: string) => void claims.delete(id),
  } as unknown as RetentionStore;
}

/** Sums by one step that ends when the test lets it. */
function nodes() {
  const store = sharedStore();
  const done: string[] = [];
  let now = NOW;
  const start = (node: string) => {
    const begun = Promise.withResolvers<void>();
    const step = Promise.withResolvers<void>();
    const keeping = createKeeping({
      store,
      rows: new Proxy(
        {},
        {
          get: () => ({
            count: async () => ({ rows: 1, oldest: 0 }),
            remove: async () => void done.push(`${node} removes`),
          }),
        },
      ),
      sums: {
        kinds: ['visits'],
        days: async () => 1,
        async sum(_counter: number, _kind: string, _before: number, hold: () => Promise<void>) {
          done.push(`${node} sums`);
          begun.resolve();
          await step.promise;
          await hold();
          done.push(`${node} marks`);
        },
      },
      told: async () => {},
      scrubbing: { owe: async () => {} },
      clock: { now: () => now },
      clockMemory: { read: async () => null, write: async () => {} },
      log: { warn: (facts: unknown) => done.push(JSON.stringify(facts)) },
      node,
    } as unknown as KeepingDeps);
    return { keeping, begun: begun.promise, step: step.resolve };
  };
  return { start, done, pass: (ms: number) => void (now += ms) };
}

it('[P17] [P43] two nodes do not sum one counter at once, whatever its runs are', async () => {
  const { start, done } = nodes();
  const [a, b] = [start('a'), start('b')];
  await a.keeping.ask(5, 'retention', '');
  await a.begun;
  // Asked for at another node at the same time: a run of its own.
  b.step();
  await b.keeping.ask(5, 'retention', '');
  await b.keeping.idle();
  expect(done).toEqual(['a sums']);
  a.step();
  await a.keeping.idle();
  await b.keeping.resume();
  expect(done).toEqual(['a sums', 'a marks', 'a removes', 'b sums', 'b marks', 'b removes']);
});

it('[P17] [P43] a node that another has overtaken stops before its next step', async () => {
  const { start, done, pass } = nodes();
  const [a, b] = [start('a'), start('b')];
  await a.keeping.ask(5, 'retention', '');
  await a.begun;
  pass(AGES_MS);
  const overtaking = b.keeping.resume();
  await b.begun;
  a.step();
  await a.keeping.idle();
  expect(done).toEqual(['a sums', 'b sums']);
  b.step();
  await overtaking;
  expect(done.slice(2)).toEqual(['b marks', 'b removes']);
});
