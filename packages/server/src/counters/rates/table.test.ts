/** Tables of rates that are refused, each fault at its place [M73]. */
import { RateTable } from '@goalpost/contract/reports/rates';
import { describe, expect, it } from 'vitest';
import { faultsOf } from './table.ts';

const usd = { currency: 'USD', day: '2026-03-01', rate: 92.5 };

describe('[M73] of the shape', () => {
  it.each([
    [{ ...usd, rate: 0 }, 'rate'],
    [{ ...usd, rate: -1 }, 'rate'],
    [{ ...usd, rate: Number.NaN }, 'rate'],
    [{ ...usd, rate: Number.POSITIVE_INFINITY }, 'rate'],
    [{ ...usd, rate: 1e300 }, 'rate'],
    [{ ...usd, rate: 1e-300 }, 'rate'],
    [{ ...usd, rate: '92' }, 'rate'],
    [{ ...usd, day: '2026-02-30' }, 'day'],
    [{ ...usd, day: 'today' }, 'day'],
    [{ ...usd, currency: 'usd' }, 'currency'],
    [{ ...usd, currency: 'DOLLAR' }, 'currency'],
  ])('%j', (rate, field) => {
    const read = RateTable.safeParse({ into: 'RUB', rates: [usd, rate] });
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual([`rates.1.${field}`]);
  });

  it('at most 5,000', () => {
    const rates = Array.from({ length: 5_001 }, () => usd);
    expect(RateTable.safeParse({ into: 'RUB', rates }).error?.issues[0]?.path).toEqual(['rates']);
  });
});

describe('[M73] of what they say together', () => {
  it.each([
    [{ into: '', rates: [usd] }, 'table.into'],
    [{ into: 'XXQ', rates: [usd] }, 'table.into'],
    [{ into: 'RUB', rates: [usd, { ...usd, currency: 'QQQ' }] }, 'table.rates.1.currency'],
    [{ into: 'USD', rates: [usd] }, 'table.rates.0.currency'],
    [{ into: 'RUB', rates: [usd, { ...usd, day: '2026-03-02' }, usd] }, 'table.rates.2.day'],
  ])('%j', (table, location) => {
    expect(faultsOf(table)?.map((fault) => fault.location)).toEqual([location]);
  });

  it.each([[{ into: '', rates: [] }], [{ into: 'RUB', rates: [usd, { ...usd, day: '2026-03-02' }] }]])(
    '%j is taken',
    (table) => {
      expect(faultsOf(table)).toBeNull();
    },
  );
});
