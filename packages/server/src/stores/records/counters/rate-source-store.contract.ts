/** What every store of sources of rates does, whatever the database. */
import { expect, it } from 'vitest';
import type { RateSourceStore } from '../../../counters/index.ts';

const NOW = 1_790_000_000_000;
const rate = { currency: 'USD', day: '2026-11-27', rate: 92.5 };
const asked = {
  url: 'https://rates.example/latest?app_id=secret',
  into: 'RUB',
  currencies: ['USD', 'EUR'],
  rates: [],
  nextAt: NOW,
  failures: 0,
  fetchedAt: null,
  fault: null,
};

export function registerRateSourceContract(make: () => Promise<RateSourceStore>): void {
  it('keeps one a counter, and removes it', async () => {
    const store = await make();
    expect(await store.get(1)).toBeNull();
    const made = await store.put(1, (before) => (before === null ? asked : { ...asked, into: 'EUR' }));
    expect(made).toEqual({ ...asked, counterId: 1, revision: 1 });
    expect(await store.get(1)).toEqual(made);
    expect(
      await store.put(1, (before) => ({ ...asked, into: `${before?.into}`.slice(0, 2) + 'X' })),
    ).toMatchObject({
      into: 'RUX',
      revision: 2,
    });
    expect(await store.get(2)).toBeNull();
    expect([await store.remove(1), await store.remove(1), await store.get(1)]).toEqual([true, false, null]);
  });

  it('has another mark after each change, and none where there is nothing', async () => {
    const store = await make();
    const marks = [await store.mark(1)];
    const made = await store.put(1, () => asked);
    marks.push(await store.mark(1));
    await store.fetched(made, { rates: [rate], nextAt: NOW + 5, failures: 0, fetchedAt: NOW, fault: null });
    marks.push(await store.mark(1));
    const again = { rates: [], nextAt: NOW + 9, failures: 0, fetchedAt: NOW + 4, fault: null };
    await store.fetched(made, again);
    marks.push(await store.mark(1));
    await store.put(1, () => asked);
    marks.push(await store.mark(1));
    expect(marks[0]).toBeNull();
    expect(new Set(marks).size).toBe(marks.length);
    expect(await store.mark(1)).toBe(marks.at(-1));
    await store.remove(1);
    expect(await store.mark(1)).toBeNull();
  });

  it('gives what is due to one node at a time', async () => {
    const store = await make();
    await store.put(1, () => asked);
    await store.put(2, () => ({ ...asked, nextAt: NOW + 1 }));
    const claim = { node: 'a', until: NOW + 1_000 };
    expect((await store.due(NOW, 10, 'a')).map(({ counterId }) => counterId)).toEqual([1]);
    expect(await store.claim([1, 2], NOW, claim)).toEqual([1]);
    expect([await store.due(NOW, 10, 'b'), await store.claim([1], NOW, { ...claim, node: 'b' })]).toEqual([
      [],
      [],
    ]);
    expect(await store.claim([1], NOW + 1_000, { node: 'b', until: NOW + 2_000 })).toEqual([1]);
  });

  it('keeps what came of a fetch, where the same is still asked for', async () => {
    const store = await make();
    const before = await store.put(1, () => asked);
    const fault = { code: 'missing', detail: 'EUR' } as const;
    const fetch = { rates: [rate], nextAt: NOW + 5, failures: 2, fetchedAt: NOW, fault };
    await store.fetched(before, fetch);
    expect(await store.get(1)).toEqual({ ...before, ...fetch });
    const changed = await store.put(1, () => ({ ...asked, url: 'https://other.example/' }));
    await store.fetched(before, fetch);
    expect(await store.get(1)).toEqual(changed);
  });
}
