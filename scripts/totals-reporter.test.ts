/** The last lines of a run: what was flaky is named, and the totals come last. */
import { expect, it } from 'vitest';
import { totalsLine } from './totals-reporter.mjs';

it.each([
  [{ passed: 3, failed: 0, skipped: 0 }, '3 passed, 0 failed'],
  [{ passed: 3, failed: 1, skipped: 2, flaky: [] }, '3 passed, 1 failed, 2 skipped'],
  [
    { passed: 3, failed: 0, skipped: 0, flaky: ['a.test.ts > one', 'b.test.ts > two'] },
    'Flaky, passed only when tried again: a.test.ts > one\nFlaky, passed only when tried again: b.test.ts > two\n3 passed, 0 failed',
  ],
])('%j', (counts, said) => {
  expect(totalsLine(counts)).toBe(said);
});
