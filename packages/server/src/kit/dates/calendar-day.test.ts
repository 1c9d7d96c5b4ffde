/** Days of the calendar: which there are, and which follow each other. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY_MS, daysLater, isCalendarDay, startOfUtcDay, utcDay } from './calendar-day.ts';

it.each(['2026-02-30', '2026-13-01', '2026-1-1', '2026-01-01T00:00', '+012026-01', 'yesterday', ''])(
  'the calendar has no %j',
  (text) => {
    expect(isCalendarDay(text)).toBe(false);
  },
);

it.each(['2024-02-29', '1970-01-01', '0099-12-31', '9999-12-31'])('the calendar has %s', (text) => {
  expect(isCalendarDay(text)).toBe(true);
});

it('a day begins 24 hours after the one before, and knows it', () => {
  const instants = fc.integer({ min: 0, max: 200 * 365 * DAY_MS });
  fc.assert(
    fc.property(instants, fc.integer({ min: -5_000, max: 5_000 }), (at, days) => {
      const day = utcDay(at);
      expect(isCalendarDay(day)).toBe(true);
      expect(startOfUtcDay(day)).toBe(at - (at % DAY_MS));
      expect(startOfUtcDay(daysLater(day, days))).toBe(startOfUtcDay(day) + days * DAY_MS);
    }),
  );
});
