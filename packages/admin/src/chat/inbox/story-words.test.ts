import { expect, it } from 'vitest';
import { seenBefore, type PageSeen } from './story-words.ts';

const at = (...times: (number | null)[]): PageSeen[] =>
  times.map((time) => ({ at: time, url: '', title: '' }));

it.each([
  [[], 5, 0],
  [at(1, 2, 3), 2, 2],
  [at(1, 2, 3), 0, 0],
  [at(1, 2, null), 5, 3],
  [at(1, null, 7, null), 5, 2],
])('of %j, %d comes after %d', (pages, moment, count) => {
  expect(seenBefore(pages, moment)).toBe(count);
});
