import { expect, it } from 'vitest';
import { largestOf, saidOf } from './largest.ts';

const row = (name: string | null, a: number, b: number, clear: boolean | null = true) => ({
  value: { id: name, name },
  a,
  b,
  change: a - b,
  clear,
});

it('[M124] names the largest clear changes, a cause once, and no more than three', () => {
  const dimensions = [
    { dimension: 'source', rest: 0, rows: [row('messenger', 65, 100), row('organic', 900, 860, false)] },
    {
      dimension: 'engine',
      rest: 0,
      rows: [row('telegram', 65, 100), row('yandex', 443, 370), row(null, 9, 99)],
    },
    { dimension: 'page', rest: 0, rows: [row('/', 90, 30), row('/sale', 0, 40), row('/cart', 1, 25)] },
  ];
  expect(largestOf({ dimensions }).map(({ dimension, change }) => [dimension, change])).toEqual([
    ['engine', 73],
    ['page', 60],
    ['page', -40],
  ]);
});

it('[M124] calls no difference a change that chance makes, and says nothing of few', () => {
  expect(saidOf({ a: 2569, b: 2590, change: -21, clear: false })).toBe('same');
  expect(saidOf({ a: 2569, b: 1590, change: 979, clear: true })).toBe('more');
  expect(saidOf({ a: 20, b: 90, change: -70, clear: true })).toBe('less');
  expect(saidOf({ a: 3, b: 19, change: -16, clear: false })).toBe('few');
});
