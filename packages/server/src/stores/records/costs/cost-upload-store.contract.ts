/** What every store of uploads of costs does. */
import { describe, expect, it } from 'vitest';
import type { CostUpload, CostUploadStore, NewCostUpload } from '../../../counters/index.ts';

const LIMITS = { most: 3, mostSince: 100, since: 0 };
const made = (digest: string, more: Partial<NewCostUpload> = {}): NewCostUpload => ({
  digest,
  provider: 'default',
  comment: '',
  lines: 2,
  rows: 3,
  firstDay: '2026-03-01',
  lastDay: '2026-03-02',
  clicks: 5_000_000_000,
  expenses: [{ currency: 'EUR', amount: 12.34 }],
  ...more,
});

export function registerCostUploadContract(
  make: () => Promise<{ costUploads: CostUploadStore; close(): Promise<void> }>,
): void {
  describe('uploads of costs', () => {
    it('[G124] the same file again is the same upload, and only the newest is looked at', async () => {
      const { costUploads: store, close } = await make();
      const add = async (digest: string) => (await store.add(1, made(digest), LIMITS)) as CostUpload;
      const first = await add('a');
      expect([first.isDone, first.expenses, first.clicks]).toEqual([
        false,
        made('a').expenses,
        5_000_000_000,
      ]);
      await store.done(first.id);
      expect(await add('a')).toEqual({ ...first, isDone: true });
      const second = await add('b');
      expect((await add('a')).id).toBeGreaterThan(second.id);
      expect((await store.list(1, 0, 10)).uploads.map(({ digest }) => digest)).toEqual(['a', 'b', 'a']);
      expect(await store.list(1, 1, 1)).toMatchObject({ uploads: [{ id: second.id }], total: 3 });
      await close();
    });

    it('[G124] one that is leaving is unfinished, and no file is it any more', async () => {
      const { costUploads: store, close } = await make();
      const first = (await store.add(1, made('a'), LIMITS)) as CostUpload;
      expect(await store.done(first.id)).toBe(true);
      await store.leaving(2, first.id);
      expect(await store.get(1, first.id)).toMatchObject({ isDone: true });
      await store.leaving(1, first.id);
      expect(await store.get(1, first.id)).toMatchObject({ isDone: false });
      expect(await store.done(first.id)).toBe(false);
      expect((await store.add(1, made('a'), LIMITS)) as CostUpload).not.toMatchObject({ id: first.id });
      await store.remove(1, first.id);
      expect(await store.done(first.id)).toBe(false);
      await close();
    });

    it('[G124] [G125] of several at once, too, the same file is one upload, and no more are taken than may be', async () => {
      const { costUploads: store, close } = await make();
      const same = await Promise.all(Array.from({ length: 8 }, () => store.add(1, made('a'), LIMITS)));
      expect(new Set(same.map((one) => (one as CostUpload).id)).size).toBe(1);
      const rest = 'b c d e f g h'.split(' ');
      const others = await Promise.all(rest.map((digest) => store.add(1, made(digest), LIMITS)));
      expect(others.filter((one) => one === 'limit_exceeded')).toHaveLength(5);
      await close();
    });

    it('[G125] a counter has so many, and so many in a while; they are its own', async () => {
      const { costUploads: store, close } = await make();
      const ids: number[] = [];
      for (const digest of ['a', 'b', 'c'])
        ids.push(((await store.add(1, made(digest), LIMITS)) as CostUpload).id);
      expect(await store.add(1, made('d'), LIMITS)).toBe('limit_exceeded');
      expect(await store.add(1, made('d'), { ...LIMITS, most: 9, mostSince: 3 })).toBe('too_fast');
      expect(await store.add(2, made('d'), LIMITS)).toMatchObject({ counterId: 2 });
      const [id = 0] = ids;
      expect(await store.get(2, id)).toBeNull();
      await store.remove(2, id);
      expect(await store.get(1, id)).toMatchObject({ digest: 'a' });
      await store.remove(1, id);
      expect([await store.get(1, id), (await store.list(1, 0, 10)).total]).toEqual([null, 2]);
      await close();
    });
  });
}
