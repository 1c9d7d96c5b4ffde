import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const KNOWN = ['ids', 'metrics', 'dimensions', 'filters', 'date1', 'date2', 'limit'];

it.each([
  ['filter', 'filters'],
  ['FILTERS', 'filters'],
  ['ids[]', 'ids'],
  ['metric', 'metrics'],
  ['dimentions', 'dimensions'],
  ['date3', 'date1'],
  ['foo', null],
  ['segment', null],
  ['', null],
  ['[]', null],
])('%s → %s', (given, meant) => {
  expect(nearest(given, KNOWN)).toBe(meant);
});

it('looks at no word of a length that would take time', () => {
  expect(nearest('a'.repeat(1_000_000), ['a'.repeat(1_000_000)])).toBeNull();
});
