/** Uploads of costs between both stores: cut off at each step, and tried again, each file counts once. */
import { expect, it } from 'vitest';
import { isProblem } from '../../kit/problem.ts';
import { testCounter } from '../test-counter.ts';
import type { CostRow, CostUpload, CostUploadStore } from './port.ts';
import { createCostUploads } from './uploads.ts';

const clock = { now: () => Date.parse('2026-03-12T09:00:00Z') };
const FILE = { file: 'Date,UTMSource,Expenses\n2026-03-01,google,1', provider: 'default', comment: '' };

/** Stores in memory, of which the step with that number fails. */
function stage() {
  const kept = new Map<number, CostUpload>();
  const stored = new Map<number, readonly CostRow[]>();
  const tokens = new Set<number>();
  let last = 0;
  let steps = Infinity;
  const step = (): void => {
    if (steps-- <= 0) throw new Error('cut off');
  };
  const uploads: CostUploadStore = {
    async add(counterId, upload) {
      step();
      const newest = kept.get(Math.max(...kept.keys()));
      if (newest?.digest === upload.digest) return newest;
      const made = { ...upload, id: ++last, counterId, createdAt: 0, isDone: false };
      kept.set(made.id, made);
      return made;
    },
    async done(id) {
      step();
      const one = kept.get(id);
      if (one === undefined || one.digest === '') return false;
      kept.set(id, { ...one, isDone: true });
      return true;
    },
    async leaving(_counterId, id) {
      step();
      const one = kept.get(id);
      if (one !== undefined) kept.set(id, { ...one, isDone: false, digest: '' });
    },
    list: async () => ({ uploads: [...kept.values()], total: kept.size }),
    get: async (_counterId, id) => kept.get(id) ?? null,
    async remove(_counterId, id) {
      step();
      kept.delete(id);
    },
  };
  const rows = {
    // As the analytics store: the same token again is passed over, also where its rows have gone.
    async put(_counterId: number, id: number, list: readonly CostRow[]) {
      step();
      if (!tokens.has(id)) stored.set(id, list);
      tokens.add(id);
    },
    async remove(_counterId: number, id: number) {
      step();
      stored.delete(id);
    },
  };
  const costs = createCostUploads({ counters: { get: async () => testCounter() }, uploads, rows, clock });
  return {
    costs,
    kept,
    stored,
    /** As from a backup that read the rows before the upload was noted. */
    loseRows() {
      stored.clear();
      tokens.clear();
    },
    failAt: (at: number) => void (steps = at),
    go: () => void (steps = Infinity),
  };
}

it.each([0, 1, 2])('[G124] sent again after it was cut off at step %i, it is stored once', async (at) => {
  const { costs, kept, stored, failAt, go } = stage();
  failAt(at);
  await expect(costs.add(1, FILE)).rejects.toThrow('cut off');
  go();
  expect(await costs.add(1, FILE)).toMatchObject({ id: 1, isDone: true });
  expect([[...kept.keys()], [...stored.keys()]]).toEqual([[1], [1]]);
});

it.each([0, 1, 2])(
  '[G124] deleted again after that was cut off at step %i, and sent again, it counts',
  async (at) => {
    const { costs, kept, stored, failAt, go } = stage();
    await costs.add(1, FILE);
    failAt(at);
    await expect(costs.remove(1, 1)).rejects.toThrow('cut off');
    go();
    const again = await costs.add(1, FILE);
    if (isProblem(again)) throw new Error('refused');
    expect(stored.get(again.id)).toHaveLength(1);
    if (kept.has(1) && again.id !== 1) expect(await costs.remove(1, 1)).toBeNull();
    expect([...stored.keys()]).toEqual([again.id]);
  },
);

it('[G124] sent again, its rows are stored where a restored backup has none of them', async () => {
  const { costs, kept, stored, loseRows } = stage();
  await costs.add(1, FILE);
  loseRows();
  expect(await costs.add(1, FILE)).toMatchObject({ id: 1, isDone: true });
  expect([[...kept.keys()], stored.get(1)?.length]).toEqual([[1], 1]);
});
