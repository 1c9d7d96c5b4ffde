/** Which days of visits are open when rows are stored [M77]. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createBatchStore, type BatchStoreDeps } from './batch-store.ts';
import type { Batch } from './batch.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'goalpost-batch-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

function started(closedDays: Partial<BatchStoreDeps['closedDays']> = {}) {
  const done: string[] = [];
  const said: string[] = [];
  const say = (_about: object, text: string): void => void said.push(text);
  const store = createBatchStore({
    olap: { insert: async (table) => void done.push(table) },
    closedDays: {
      reopen: async (day) => void done.push(`reopen ${day}`),
      close: async () => done.push('close') < 0,
      ...closedDays,
    },
    setAsidePath: join(dir, 'aside'),
    log: { info: say, warn: say, error: say },
    signal: new AbortController().signal,
    onSetAside: () => undefined,
    changed: () => undefined,
  });
  return { store, done, said };
}

const rows = (count: number) => ({ bytes: Buffer.alloc(count), count });
const batch = (firstOpenedOn: string | null): Batch => ({
  hits: rows(1),
  visits: rows(firstOpenedOn === null ? 0 : 1),
  firstOpenedOn,
  resting: '',
  live: [],
  notes: new Map(),
});

it('[M77] reopens the first day of the rows before they are stored, and closes days when all are', async () => {
  const { store, done } = started();
  await store.put(1, batch('2026-03-02'));
  await store.put(2, batch(null));
  expect(done).toEqual(['hits', 'reopen 2026-03-02', 'visits', 'close', 'hits', 'close']);
});

it('[M77] stores no row of a day that could not be reopened, and tries again', async () => {
  let failures = 2;
  const { store, done } = started({
    async reopen() {
      if (failures-- > 0) throw new Error('not now');
      done.push('reopened');
    },
  });
  await store.put(1, batch('2026-03-04'));
  expect(done).toEqual(['hits', 'reopened', 'visits', 'close']);
});

it('goes on where days cannot be closed, and says so once', async () => {
  const { store, done, said } = started({ close: () => Promise.reject(new Error('no room')) });
  await store.put(1, batch('2026-03-04'));
  await store.put(2, batch('2026-03-04'));
  expect(done.filter((what) => what === 'visits')).toHaveLength(2);
  expect(said).toEqual(['Days of visits could not be closed; reports of them take longer.']);
});
