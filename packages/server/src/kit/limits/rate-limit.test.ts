import { expect, it } from 'vitest';
import { createHourly } from './rate-limit.ts';

it('lets each so many through within any hour', () => {
  let now = 0;
  const may = createHourly(2, { now: () => now });
  const at = (minute: number, who: string) => {
    now = minute * 60_000;
    return may(who);
  };
  expect([at(0, 'ann'), at(50, 'ann'), at(59, 'ann')]).toEqual([true, true, false]);
  expect(at(59, 'bob')).toBe(true);
  // The first is an hour ago, the second is not.
  expect([at(60, 'ann'), at(61, 'ann'), at(109, 'ann'), at(110, 'ann')]).toEqual([true, false, false, true]);
});
