import { expect, it } from 'vitest';
import { createHourly, createRateLimit } from './rate-limit.ts';

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

it('lets each so many through in a span that begins with the first, and begins anew where the clock is put back', () => {
  const may = createRateLimit(1_000);
  const twice = (who: string, now: number) => may(who, 2, now);
  expect([twice('ann', 500), twice('ann', 900), twice('ann', 1_499)]).toEqual([true, true, false]);
  expect(twice('bob', 1_499)).toBe(true);
  expect([twice('ann', 1_500), twice('ann', 2_400), twice('ann', 2_499)]).toEqual([true, true, false]);
  expect(twice('ann', 100)).toBe(true);
});

it('forgets who was quiet for longest when there are too many', () => {
  const may = createRateLimit(1_000, 2);
  expect(['ann', 'bob', 'eve', 'bob', 'ann'].map((who) => may(who, 1, 0))).toEqual([
    true,
    true,
    true,
    false,
    true,
  ]);
});
