import { expect, it } from 'vitest';
import { waitMs } from './backoff.ts';

it('doubles up to half a minute, and is never all the same', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((failures) => waitMs(failures, false, false, 1))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
  expect(waitMs(3, false, false, 0)).toBe(4_000);
});

it('comes to five seconds where the visitor waits for it', () => {
  expect([0, 1, 2, 3, 50].map((failures) => waitMs(failures, false, true, 1))).toEqual([
    1_000, 2_000, 4_000, 5_000, 5_000,
  ]);
});

it.each([true, false])('is kind to hidden tabs, awaited or not: %s', (awaited) => {
  expect([0, 1, 10].map((failures) => waitMs(failures, true, awaited, 1))).toEqual([20_000, 40_000, 300_000]);
});
