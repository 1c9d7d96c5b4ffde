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
  metrics: ['ym:s:visits', 'ym:s:goal7reaches'],
  sort: '-ym:s:goal7reaches',
  levels: ['ym:s:browser', 'ym:s:date'],
  sides: {
    a: { name: 'Ads', filters: '' },
    b: { name: 'Others', filters: "ym:s:UTMSource!='partner'" },
    days_b: { date1: '2026-02-01', date2: '2026-02-28' },
  },
  path: {
    kind: 'funnel',
    question: { steps: '[{"type":"page"},{"type":"chat"}]' },
    labels: ['Any page', 'Chat'],
    people: false,
  },
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
    const open = share({
      id: 'two',
      counterId: 2,
      period: null,
      passwordHash: '',
      metrics: [],
      sort: '',
      levels: [],
      sides: null,
      path: null,
    });
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
