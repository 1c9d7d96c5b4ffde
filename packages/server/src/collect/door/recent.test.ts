import { expect, it } from 'vitest';
import { remembering } from './recent.ts';

it('finds once what is asked for often, and forgets what is not', () => {
  const found: string[] = [];
  const look = remembering(2, (key) => {
    found.push(key);
    return key !== 'no';
  });
  expect(['a', 'no', 'a', 'no'].map(look)).toEqual([true, false, true, false]);
  expect(found).toEqual(['a', 'no']);
  // `a` is asked for all along and stays; the others come and go.
  for (const key of ['b', 'a', 'c', 'a', 'd', 'a', 'no']) look(key);
  expect(found).toEqual(['a', 'no', 'b', 'c', 'd', 'no']);
});
