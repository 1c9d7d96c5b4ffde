import { describe, expect, it } from 'vitest';
import {
  addMonths,
  comparedDays,
  daysBetween,
  daysOf,
  groupsFor,
  isPeriodName,
  momentIn,
  neighbour,
  todayIn,
} from './period.ts';

describe('periods', () => {
  it('knows the day where the counter is', () => {
    const now = Date.parse('2026-03-01T22:30:00Z');
    expect(todayIn('UTC', now)).toBe('2026-03-01');
    expect(todayIn('Europe/Moscow', now)).toBe('2026-03-02');
    expect(todayIn('America/New_York', now)).toBe('2026-03-01');
  });

  it('turns names into days, today included', () => {
    expect(daysOf('7d', '2026-03-02')).toEqual({ from: '2026-02-24', to: '2026-03-02' });
    expect(daysOf('30d', '2026-03-02')).toEqual({ from: '2026-02-01', to: '2026-03-02' });
    expect(daysOf('yesterday', '2026-03-01')).toEqual({ from: '2026-02-28', to: '2026-02-28' });
    expect(daysOf('month', '2026-03-02')).toEqual({ from: '2026-03-01', to: '2026-03-02' });
    expect(daysOf('quarter', '2026-05-20')).toEqual({ from: '2026-04-01', to: '2026-05-20' });
    expect(daysOf('quarter', '2026-12-31')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(daysOf('2026-01-31..2026-01-01', '2026-03-02')).toEqual({ from: '2026-01-01', to: '2026-01-31' });
  });

  it.each([
    ['week', '2026-11-29', '2026-11-23', '2026-11-29', '2026-11-16', '2026-11-22'],
    ['week', '2026-11-30', '2026-11-30', '2026-11-30', '2026-11-23', '2026-11-23'],
    ['lastWeek', '2026-11-29', '2026-11-16', '2026-11-22', '2026-11-09', '2026-11-15'],
    ['lastMonth', '2026-03-31', '2026-02-01', '2026-02-28', '2026-01-01', '2026-01-31'],
    ['lastMonth', '2026-01-01', '2025-12-01', '2025-12-31', '2025-11-01', '2025-11-30'],
    ['lastQuarter', '2026-02-10', '2025-10-01', '2025-12-31', '2025-07-01', '2025-09-30'],
    ['lastYear', '2026-02-10', '2025-01-01', '2025-12-31', '2024-01-01', '2024-12-31'],
  ])('turns %s on %s into whole days, and compares as long before', (name, today, from, to, ...before) => {
    const days = daysOf(name, today);
    expect(days).toEqual({ from, to });
    expect(comparedDays(name, days, 'previous')).toEqual({ from: before[0], to: before[1] });
  });

  it('refuses what is no period', () => {
    expect(isPeriodName('7d')).toBe(true);
    expect(isPeriodName('2026-01-01..2026-01-31')).toBe(true);
    expect(isPeriodName('2026-13-01..2026-01-31')).toBe(false);
    expect(isPeriodName('8d')).toBe(false);
  });

  it('compares with as many days before', () => {
    const days = daysOf('7d', '2026-03-08');
    const before = comparedDays('7d', days, 'previous');
    expect(before).toEqual({ from: '2026-02-23', to: '2026-03-01' });
    expect(before && daysBetween(before)).toBe(7);
  });

  it('compares a month with the same days of the month before', () => {
    const days = daysOf('month', '2026-03-31');
    expect(comparedDays('month', days, 'previous')).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(comparedDays('month', days, 'year')).toEqual({ from: '2025-03-01', to: '2025-03-31' });
    expect(comparedDays('month', days, 'off')).toBeNull();
  });

  it('[M122] compares with the same weekdays, whole weeks before', () => {
    const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();
    for (const name of ['today', 'yesterday', '7d', '30d', '90d', 'month', 'quarter', 'year']) {
      for (const comparison of ['weekdays', 'yearWeekdays'] as const) {
        const days = daysOf(name, '2028-03-01');
        const before = comparedDays(name, days, comparison) ?? { from: '', to: '' };
        expect([name, daysBetween(before), weekday(before.from)]).toEqual([
          name,
          daysBetween(days),
          weekday(days.from),
        ]);
        expect(before.to < days.from).toBe(true);
      }
    }
    expect(comparedDays('today', { from: '2026-03-02', to: '2026-03-02' }, 'weekdays')).toEqual({
      from: '2026-02-23',
      to: '2026-02-23',
    });
    expect(comparedDays('30d', { from: '2026-02-01', to: '2026-03-02' }, 'weekdays')?.from).toBe(
      '2025-12-28',
    );
    expect(comparedDays('7d', { from: '2026-03-02', to: '2026-03-08' }, 'yearWeekdays')?.from).toBe(
      '2025-03-03',
    );
  });

  it('keeps to the end of shorter months', () => {
    expect(addMonths('2024-02-29', -12)).toBe('2023-02-28');
    expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  });

  it('chooses a grouping by length', () => {
    expect(groupsFor({ from: '2026-01-01', to: '2026-01-01' })[0]).toBe('hour');
    expect(groupsFor({ from: '2026-01-01', to: '2026-01-30' })[0]).toBe('day');
    expect(groupsFor({ from: '2026-01-01', to: '2026-06-30' })[0]).toBe('week');
    expect(groupsFor({ from: '2024-01-01', to: '2026-06-30' })[0]).toBe('month');
  });
});

it('knows the moment where the counter is', () => {
  const now = Date.parse('2026-03-01T22:30:05Z');
  expect(momentIn('Europe/Moscow', now)).toBe('2026-03-02 01:30:05');
  expect(momentIn('UTC', Date.parse('2026-03-02T00:00:00Z'))).toBe('2026-03-02 00:00:00');
});

it('[M127] goes to as many days before or after, and not beyond today', () => {
  const days = { from: '2026-03-02', to: '2026-03-08' };
  expect(neighbour(days, '2026-03-20', -1)).toEqual({ from: '2026-02-23', to: '2026-03-01' });
  expect(neighbour(days, '2026-03-20', 1)).toEqual({ from: '2026-03-09', to: '2026-03-15' });
  expect(neighbour(days, '2026-03-10', 1)).toEqual({ from: '2026-03-09', to: '2026-03-10' });
  expect(neighbour(days, '2026-03-08', 1)).toBeNull();
});
