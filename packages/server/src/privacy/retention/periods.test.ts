import { expect, it } from 'vitest';
import { RetentionPeriods } from '@goalpost/contract/management';
import { cutoffOf, cutoffsOf, NO_PERIODS } from './periods.ts';
import { utcDay } from '../../kit/dates/calendar-day.ts';

const at = (text: string): number => Date.parse(text);

it.each([
  ['2026-11-29T13:00:00Z', 1, 'day', '2026-11-28'],
  ['2026-11-29T00:00:00Z', 30, 'day', '2026-10-30'],
  ['2026-11-29T23:59:59Z', 1, 'month', '2026-10-29'],
  ['2026-03-31T10:00:00Z', 1, 'month', '2026-02-28'],
  ['2028-03-30T10:00:00Z', 1, 'month', '2028-02-29'],
  ['2026-01-15T10:00:00Z', 14, 'month', '2024-11-15'],
] as const)('[P15] at %s, %d %s(s) are kept from %s on', (now, keep, unit, from) => {
  expect(utcDay(cutoffOf({ keep, unit }, at(now)))).toBe(from);
});

it('[P15] what has no period has no day', () => {
  expect(cutoffsOf(NO_PERIODS, 0)).toEqual([]);
  expect(cutoffsOf({ ...NO_PERIODS, hits: { keep: 1, unit: 'day' } }, at('2026-11-29')).length).toBe(1);
});

it.each([
  [{ hits: { keep: 0, unit: 'day' } }],
  [{ visits: { keep: -1, unit: 'month' } }],
  [{ files: { keep: 1.5, unit: 'day' } }],
  [{ conversations: { keep: 1, unit: 'hour' } }],
  [{ logs: { keep: 89, unit: 'day' } }],
  [{ logs: { keep: 2, unit: 'month' } }],
  [{ letters: { keep: 1, unit: 'day' } }],
])('[P18] refuses %j', (periods) => {
  expect(RetentionPeriods.partial().safeParse(periods).success).toBe(false);
});
