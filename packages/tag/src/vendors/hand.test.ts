/** A vendor is told the visitor's number at once, and again when its frame may be there. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let told: [number, unknown][];
let vendor: { tell?: (visitor: unknown) => void };
beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  told = [];
  vendor = {};
  vi.stubGlobal('window', { vendor });
  vi.stubGlobal('GOALPOST_HAND', ['vendor.tell', (visitor: unknown) => [visitor]]);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const tell = (visitor: unknown): void => void told.push([Math.round(Date.now() / 1_000), visitor]);

it('[W65] is told at once, and within ten seconds when its frame is there, and then no more', async () => {
  const { default: hand } = await import('./hand.ts');
  vendor.tell = tell;
  hand('5');
  vi.advanceTimersByTime(600_000);
  expect(told).toEqual([
    [0, '5'],
    [3, '5'],
    [8, '5'],
  ]);
});

it('[W65] is told when it comes, or never where it does not', async () => {
  const { default: hand } = await import('./hand.ts');
  hand('5');
  vi.advanceTimersByTime(4_000);
  expect(told).toEqual([]);
  vendor.tell = tell;
  vi.advanceTimersByTime(600_000);
  expect(told).toHaveLength(3);
  delete vendor.tell;
  hand('6');
  vi.advanceTimersByTime(600_000);
  expect(told).toHaveLength(3);
});
