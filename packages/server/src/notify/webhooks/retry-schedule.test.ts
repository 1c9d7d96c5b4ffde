import { expect, it } from 'vitest';
import { RETRY_AFTER, verdictOf } from './retry-schedule.ts';

it.each([200, 201, 204, 299])('%s has arrived', (status) => {
  expect(verdictOf(status, 1)).toEqual({ status: 'delivered' });
});

it.each([null, 100, 301, 302, 400, 401, 404, 429, 500, 503])('%s is tried again', (status) => {
  expect(verdictOf(status, 1)).toEqual({ status: 'waiting', afterMs: 10_000 });
});

it('waits longer each time, for a day in all, and then gives up', () => {
  for (const [index, afterMs] of RETRY_AFTER.entries()) {
    expect(verdictOf(500, index + 1)).toEqual({ status: 'waiting', afterMs });
    expect(afterMs).toBeGreaterThan(RETRY_AFTER[index - 1] ?? 0);
  }
  expect(verdictOf(500, RETRY_AFTER.length + 1)).toEqual({ status: 'failed' });
  const hours = RETRY_AFTER.reduce((sum, ms) => sum + ms, 0) / 3_600_000;
  expect(Math.round(hours)).toBe(24);
});

it('"gone" wants no more', () => {
  expect(verdictOf(410, 1)).toEqual({ status: 'failed' });
});
