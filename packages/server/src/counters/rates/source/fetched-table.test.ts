/** What the owner set wins over what was fetched [M91]. */
import { expect, it } from 'vitest';
import { withFetched } from './fetched-table.ts';

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
