/** What every store of shared links does, whatever the database. */
import { expect, it } from 'vitest';
import type { ShareRecord, ShareStore } from '../../../sharing/index.ts';

const share = (changes: Partial<ShareRecord> = {}): ShareRecord => ({
  id: 'one',
  counterId: 1,
  report: 'traffic',
  name: 'Ads',
  filters: "ym:s:UTMSource=='partner'",
  period: { date1: '2026-03-01', date2: '2026-03-31' },
  attribution: 'first',
  passwordHash: 'salt.hash',
  createdBy: 'ann',
  createdAt: 1_790_000_000_000,
  ...changes,
});

export function registerShareContract(
  make: () => Promise<{ readonly shares: ShareStore; close(): Promise<void> }>,
): void {
  it('[A31] shared links are found by the hash of their token alone, and taken back by their counter', async () => {
    const { shares, close } = await make();
    const open = share({ id: 'two', counterId: 2, period: null, passwordHash: '' });
    expect([await shares.add(share(), 'a'), await shares.add(open, 'b')]).toEqual([true, true]);
    expect(await shares.byHash('a')).toEqual(share());
    expect(await shares.byHash('b')).toEqual(open);
    expect(await shares.byHash('one')).toBeNull();
    expect(await shares.list(1)).toEqual([share()]);
    expect([await shares.remove(2, 'one'), await shares.remove(1, 'one')]).toEqual([false, true]);
    expect(await shares.byHash('a')).toBeNull();
    await close();
  });
}
