import { goalOf, OUTCOME_NAMES, VENDORS } from '@goalpost/contract/vendors';
import { OUTCOME_SUFFIXES, type Outcome } from '@goalpost/contract/vendors/outcomes';
import { expect, it } from 'vitest';
import { AGAIN, NAMED_AGAIN } from './repeatable.ts';

const DONE_AGAIN: readonly Outcome[] = ['callback', 'form', 'quiz', 'booking'];

it.each(OUTCOME_NAMES)('[C115] %s may be done again or not, whatever vendor names it', (outcome) => {
  const may = DONE_AGAIN.includes(outcome);
  expect(AGAIN.test(OUTCOME_SUFFIXES[outcome])).toBe(may);
  const wrong = VENDORS.map((vendor) => goalOf(vendor, outcome)).filter(
    (goal) => NAMED_AGAIN.test(goal) !== may,
  );
  expect(wrong).toEqual([]);
});
