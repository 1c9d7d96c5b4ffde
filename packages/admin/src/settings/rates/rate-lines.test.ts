/** Rates as text: read as they are written, and the first line that is none is named. */
import { expect, it } from 'vitest';
import { printRates, readRates } from './rate-lines.ts';

const rates = [
  { currency: 'USD', day: '2026-03-01', rate: 92.5 },
  { currency: 'JPY', day: '2026-03-02', rate: 0.6 },
];

it('reads what it prints', () => {
  expect(printRates(rates)).toBe('USD 2026-03-01 92.5\nJPY 2026-03-02 0.6');
  expect(readRates(printRates(rates))).toEqual({ rates, lines: [1, 2] });
});

it('takes empty lines, small letters and decimal commas', () => {
  expect(readRates('\n usd;2026-03-01;92,5 \r\n\njpy\t2026-03-02\t0.6')).toEqual({ rates, lines: [2, 4] });
});

it.each([
  'USD 92.5',
  'USD 2026-03-01',
  'USD 2026-03-01 x',
  'USD 2026-03-01 -1',
  '92.5 USD 2026-03-01',
  'USD 2026-03-01 1.2.3',
])('names the line of %s', (line) => {
  expect(readRates(`USD 2026-03-01 1\n${line}`)).toEqual({ wrong: 2 });
});
