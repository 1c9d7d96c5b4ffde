import { expect, it } from 'vitest';
import { makeFormat } from '../../ui/format.ts';
import { laidOver } from './laid-over.ts';

const days = (first: number, values: readonly number[]) => ({
  time_intervals: values.map((_value, index): [string, string] => {
    const day = `2026-03-${String(first + index).padStart(2, '0')}`;
    return [day, day];
  }),
  totals: [[...values]],
});
const named = (rows: ReturnType<typeof laidOver>) =>
  rows.map((row) => [row.name(makeFormat('en'), 'day'), row.a?.values[0], row.b?.values[0]]);

it('[M123] lays days over one another, also where one side has more of them', () => {
  expect(named(laidOver(days(9, [5, 6]), days(2, [7, 8, 9]), '2026-03-20 00:00:00'))).toEqual([
    ['Mar 9 · Mar 2', 5, 7],
    ['Mar 10 · Mar 3', 6, 8],
    ['Mar 4', undefined, 9],
  ]);
});

it('names a day once where both sides are of it, and leaves out what has not begun', () => {
  expect(named(laidOver(days(9, [5, 6]), days(9, [1, 0]), '2026-03-09 12:00:00'))).toEqual([['Mar 9', 5, 1]]);
});
