/** What the owner set wins over what was fetched [M91]. */
import { expect, it } from 'vitest';
import { testCounter } from '../../test-counter.ts';
import { createRatedCounters, withFetched } from './fetched-table.ts';
import type { RateSourceRecord } from './port.ts';

const rate = (currency: string, day: string, of: number) => ({ currency, day, rate: of });
const fetched = [rate('USD', '2026-11-01', 90), rate('EUR', '2026-11-01', 99), rate('USD', '2026-11-20', 91)];

it.each([
  ['nothing was fetched', { into: 'RUB', rates: [rate('USD', '2026-11-05', 80)] }, [], [80]],
  ['the owner has none', { into: '', rates: [] }, fetched, [90, 99, 91]],
  [
    'a currency is the owner’s from its first day on',
    { into: 'RUB', rates: [rate('USD', '2026-11-05', 80)] },
    fetched,
    [90, 99, 80],
  ],
  ['all of it is', { into: 'RUB', rates: [rate('USD', '2026-10-01', 80)] }, fetched, [99, 80]],
  [
    'the owner’s are in another currency',
    { into: 'KZT', rates: [rate('USD', '2026-11-05', 500)] },
    fetched,
    [500],
  ],
])('[M91] %s', (_what, own, rates, expected) => {
  const table = withFetched(own, { into: 'RUB', rates });
  expect(table.rates.map((one) => one.rate)).toEqual(expected);
  if (rates.length > 0 && own.into !== 'KZT') expect(table.into).toBe('RUB');
});

it('[M132] reads fetched rates again only after a change, and keeps no more than so many', async () => {
  const marks = new Map<number, string>([
    [1, 'a'],
    [2, 'a'],
    [3, 'a'],
  ]);
  const read: number[] = [];
  const source = (id: number): RateSourceRecord => ({
    counterId: id,
    url: '',
    into: 'RUB',
    currencies: ['USD'],
    rates: [rate('USD', '2026-11-01', id), rate('USD', '2026-11-02', marks.get(id) === 'a' ? 90 : 91)],
    revision: 1,
    nextAt: 0,
    failures: 0,
    fetchedAt: null,
    fault: null,
  });
  const rated = createRatedCounters(
    { get: async (id) => (id === 9 ? null : testCounter({ id })) },
    {
      mark: async (id) => marks.get(id) ?? null,
      get: async (id) => {
        read.push(id);
        return marks.has(id) ? source(id) : null;
      },
    },
    4,
  );
  const last = async (id: number) => (await rated.get(id))?.rates.rates.at(-1)?.rate;
  expect([await last(1), await last(1), await last(2), await last(1)]).toEqual([90, 90, 90, 90]);
  expect(read).toEqual([1, 2]);
  marks.set(1, 'b');
  expect([await last(1), await last(1)]).toEqual([91, 91]);
  expect(read).toEqual([1, 2, 1]);
  // Four rates are kept: the counter that was asked for longest ago goes.
  await last(3);
  await last(1);
  expect(read).toEqual([1, 2, 1, 3]);
  await last(2);
  expect(read).toEqual([1, 2, 1, 3, 2]);
  marks.delete(2);
  expect([await last(2), await rated.get(9)]).toEqual([undefined, null]);
});
