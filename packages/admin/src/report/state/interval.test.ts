import { describe, expect, it } from 'vitest';
import { makeFormat } from '../../ui/format.ts';
import { finished, intervalAt, intervalName, periodOf } from './interval.ts';

const NOW = '2026-11-22 10:30:00';

it('finds the interval of a moment, of hours and of days, and none outside', () => {
  const days = ['2026-11-20', '2026-11-21'].map((day) => [day, day] as const);
  expect(intervalAt(days, '2026-11-21 23:59:59')).toBe(1);
  expect(intervalAt(days, '2026-11-19 23:59:59')).toBe(null);
  expect(intervalAt(days, '2026-11-22 00:00:00')).toBe(null);
  const weeks = [['2026-11-16', '2026-11-22']] as const;
  expect(intervalAt(weeks, NOW)).toBe(0);
  const hours = [['2026-11-22 10:00:00', '2026-11-22 10:59:59']] as const;
  expect([intervalAt(hours, NOW), intervalAt(hours, '2026-11-22 11:00:00')]).toEqual([0, null]);
});

it('[M94] an interval is a period of its own within the days of the report, unless it is all of them', () => {
  const days = { from: '2026-11-10', to: '2026-11-22' };
  expect(periodOf(['2026-11-12', '2026-11-12'], days)).toBe('2026-11-12..2026-11-12');
  expect(periodOf(['2026-11-12 09:00:00', '2026-11-12 09:59:59'], days)).toBe('2026-11-12..2026-11-12');
  expect(periodOf(['2026-11-09', '2026-11-15'], days)).toBe('2026-11-10..2026-11-15');
  expect(periodOf(['2026-11-01', '2026-11-30'], days)).toBeUndefined();
  expect(periodOf(['2026-11-30', '2026-12-06'], days)).toBeUndefined();
});

describe('finished', () => {
  it('leaves out hours to come and knows the running one', () => {
    const hours = [9, 10, 11].map(
      (hour) => [`2026-11-22 ${pad(hour)}:00:00`, `2026-11-22 ${pad(hour)}:59:59`] as const,
    );
    expect(finished(hours, NOW)).toEqual({ count: 2, unfinished: true });
    expect(finished(hours.slice(0, 1), NOW)).toEqual({ count: 1, unfinished: false });
  });

  it('knows the running day and week', () => {
    expect(
      finished(
        [
          ['2026-11-21', '2026-11-21'],
          ['2026-11-22', '2026-11-22'],
        ],
        NOW,
      ),
    ).toEqual({ count: 2, unfinished: true });
    expect(finished([['2026-11-21', '2026-11-21']], NOW)).toEqual({ count: 1, unfinished: false });
    expect(finished([['2026-11-16', '2026-11-22']], NOW)).toEqual({ count: 1, unfinished: true });
  });

  it('is at ease with nothing', () => {
    expect(finished([], NOW)).toEqual({ count: 0, unfinished: false });
  });
});

describe('intervalName', () => {
  const format = makeFormat('en');
  it('names hours, days, weeks and months', () => {
    expect(intervalName(format, 'hour', ['2026-11-22 09:00:00', '2026-11-22 09:59:59'])).toBe('09:00');
    expect(intervalName(format, 'day', ['2026-11-22', '2026-11-22'])).toBe('Nov 22');
    expect(intervalName(format, 'week', ['2026-11-16', '2026-11-22'])).toBe('Nov 16 – Nov 22');
    expect(intervalName(format, 'month', ['2026-11-01', '2026-11-30'])).toBe('November 2026');
  });
});

function pad(hour: number): string {
  return String(hour).padStart(2, '0');
}
