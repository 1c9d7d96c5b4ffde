/** Which cells of retention are of an interval that is not over: their numbers still grow. Pure. */
import type { RetentionMode, RetentionUnit } from '@goalpost/contract/reports/retention';
import { addDays, addMonths, mondayOf, type Days } from '../../report/state/period.ts';

/** The last day of the period that is over where the counter is. */
export const lastWhole = (days: Days, today: string): string =>
  days.to < today ? days.to : addDays(today, -1);

interface Asked {
  readonly unit: RetentionUnit;
  readonly mode: RetentionMode;
  /** First day of the cohort, within the period. */
  readonly from: string;
  /** So many intervals after the cohort's own; 1 is the next one. */
  readonly later: number;
  readonly whole: string;
}

const ROLLING_DAYS: Readonly<Record<RetentionUnit, number>> = { day: 1, week: 7, month: 30 };

/** For those of the cohort who began last. */
export function isRunning({ unit, mode, from, later, whole }: Asked): boolean {
  if (mode === 'calendar') return lastDay(unit, from, later) > whole;
  return addDays(lastDay(unit, from, 0), (later + 1) * ROLLING_DAYS[unit]) > whole;
}

/** Of the interval of the calendar so many after that of the day. */
function lastDay(unit: RetentionUnit, day: string, later: number): string {
  switch (unit) {
    case 'day':
      return addDays(day, later);
    case 'week':
      return addDays(mondayOf(day), later * 7 + 6);
    case 'month':
      return addDays(addMonths(`${day.slice(0, 8)}01`, later + 1), -1);
  }
}
