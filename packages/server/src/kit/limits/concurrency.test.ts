import { expect, it } from 'vitest';
import { createConcurrencyLimit } from './concurrency.ts';

it('does few at once, lets others wait in order, and does not do what is too much', async () => {
  const few = createConcurrencyLimit(2, 2);
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const run = (which: number) =>
    few(() => {
      begun.push(which);
      return new Promise<number>((resolve) => ends.push(() => resolve(which)));
    });
  const results = [1, 2, 3, 4, 5].map(run);
  expect(begun).toEqual([1, 2]);
  expect(await results[4]).toBeNull();
  ends[1]?.();
  expect(await results[1]).toBe(2);
  expect(begun).toEqual([1, 2, 3]);
  ends[0]?.();
  ends[2]?.();
  expect(await Promise.all([results[0], results[2]])).toEqual([1, 3]);
  expect(begun).toEqual([1, 2, 3, 4]);
  ends[3]?.();
  expect(await results[3]).toBe(4);
});

it('gives the place of a task that fails to the next', async () => {
  const few = createConcurrencyLimit(1, 1);
  const failing = few(() => Promise.reject(new Error('no')));
  const next = few(async () => 'done');
  await expect(failing).rejects.toThrow('no');
  expect(await next).toBe('done');
  expect(await few(async () => 'again')).toBe('again');
});
