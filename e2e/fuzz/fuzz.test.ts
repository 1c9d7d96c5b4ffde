/** A short run of the fuzzer with a fixed seed; `npm run fuzz` runs it for as long as wanted. */
import { expect, it } from 'vitest';
import { fuzz } from './fuzz.ts';
import { TARGETS } from './targets.ts';

const COUNT = Number(process.env['FUZZ_COUNT'] ?? 3_500);

it(`[W19] ${COUNT} broken inputs to all doors: no 500, no end, no stall, no memory that stays`, async () => {
  const until = Number.POSITIVE_INFINITY;
  const result = await fuzz({ targets: TARGETS, seed: 7, count: COUNT, until, say: () => undefined });
  expect(result.faults).toEqual([]);
  expect(result.inputs).toBeGreaterThanOrEqual(COUNT);
  // They come past the first check, and are not all turned away.
  expect(result.statuses['200']).toBeGreaterThan(COUNT / 10);
});
