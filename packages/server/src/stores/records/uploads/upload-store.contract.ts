/** What every store of uploads does. */
import { describe, expect, it } from 'vitest';
import type { NewUpload, Upload, UploadStore } from '../../../transfer/index.ts';

const LIMITS = { most: 3, mostSince: 100, since: 0 };
const OUTCOME = {
  linked: 1,
  ofVisitors: 0,
  unknown: 1,
  goalless: 0,
  dropped: 0,
  goals: [[7, 1]],
  unmet: [['paid', 1]],
} as const;
const made = (digest: string, more: Partial<NewUpload> = {}): NewUpload => ({
  type: 'BASIC',
  digest,
  idType: 'CLIENT_ID',
  comment: '',
  lines: 2,
  rows: 2,
  ...more,
});

export function registerUploadContract(
  make: () => Promise<{
    uploads: UploadStore;
    hasUploads(counterId: number): Promise<boolean>;
    makeCounter(): Promise<number>;
    close(): Promise<void>;
  }>,
): void {
  describe('uploads of conversions', () => {
    it('[G134] the same file again is the same upload; only the newest of its type is looked at', async () => {
      const { uploads: store, close } = await make();
      const add = async (digest: string, more: Partial<NewUpload> = {}) =>
        (await store.add(1, made(digest, more), { ...LIMITS, most: 10 })) as Upload;
      const first = await add('a');
      expect(first.outcome).toBeNull();
      const call = await add('a', { type: 'CALLS' });
      expect(await store.done(first.id, OUTCOME)).toBe(true);
      expect(await add('a')).toEqual({ ...first, outcome: OUTCOME });
      const second = await add('b');
      expect((await add('a')).id).toBeGreaterThan(second.id);
      const about = { type: null, offset: 0, limit: 2 };
      expect(await store.list(1, about)).toMatchObject({
        uploads: [{ digest: 'a' }, { id: second.id }],
        total: 4,
      });
      expect(await store.list(1, { ...about, type: 'CALLS' })).toMatchObject({
        uploads: [{ id: call.id }],
        total: 1,
      });
      expect(await store.list(2, about)).toEqual({ uploads: [], total: 0 });
      await close();
    });

    it('[G134] one that is leaving is unfinished, and no file is it any more', async () => {
      const { uploads: store, close } = await make();
      const first = (await store.add(1, made('a'), LIMITS)) as Upload;
      await store.done(first.id, OUTCOME);
      await store.leaving(2, first.id);
      expect(await store.get(1, first.id)).toMatchObject({ outcome: OUTCOME });
      await store.leaving(1, first.id);
      expect(await store.get(1, first.id)).toMatchObject({ outcome: null });
      expect(await store.done(first.id, OUTCOME)).toBe(false);
      await store.remove(2, first.id);
      expect(await store.get(1, first.id)).not.toBeNull();
      await store.remove(1, first.id);
      expect(await store.get(1, first.id)).toBeNull();
      await close();
    });

    it('[G134] several at once are one upload, and no more are taken than may be', async () => {
      const { uploads: store, close } = await make();
      const same = await Promise.all(Array.from({ length: 8 }, () => store.add(1, made('a'), LIMITS)));
      expect(new Set(same.map((one) => (one as Upload).id)).size).toBe(1);
      const rest = await Promise.all(['b', 'c', 'd', 'e'].map((one) => store.add(1, made(one), LIMITS)));
      expect(rest.filter((one) => one === 'limit_exceeded')).toHaveLength(2);
      expect(await store.add(2, made('a'), { ...LIMITS, mostSince: 0 })).toBe('too_fast');
      await close();
    });

    it('[G133] a counter knows that an upload told of it', async () => {
      const { uploads: store, hasUploads, makeCounter, close } = await make();
      const [mine, other] = [await makeCounter(), await makeCounter()];
      const first = (await store.add(mine, made('a'), LIMITS)) as Upload;
      expect(await hasUploads(mine)).toBe(false);
      await store.done(first.id, OUTCOME);
      expect([await hasUploads(mine), await hasUploads(other)]).toEqual([true, false]);
      await close();
    });
  });
}
