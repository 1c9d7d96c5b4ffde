/** Periods of reports as days of the counter's time zone, `YYYY-MM-DD`; pure. */
import type { Group } from '../../api/stat.ts';

export const NAMED_PERIODS = [
  'today',
  'yesterday',
  '7d',
  '30d',
  '90d',
  'week',
  'lastWeek',
  'month',
  'lastMonth',
  'quarter',
  'lastQuarter',
  'year',
  'lastYear',
] as const;
export type NamedPeriod = (typeof NAMED_PERIODS)[number];
/** What a period may be compared with, in the order of the menu. */
export const COMPARISONS = ['previous', 'weekdays', 'year', 'yearWeekdays', 'off'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** First and last day, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;
const CUSTOM = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

const parse = (day: string): number => Date.parse(`${day}T00:00:00Z`);
const format = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => format(parse(day) + days * DAY_MS);
export const daysBetween = ({ from, to }: Days): number => Math.round((parse(to) - parse(from)) / DAY_MS) + 1;

/** The same day so many months earlier, or the last of that month where it has no such day. */
export function addMonths(day: string, months: number): string {
  const date = new Date(parse(day));
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return format(date.getTime());
}

/** @returns writes the day of a moment, as `YYYY-MM-DD` where the counter is; for a caller who asks often */
export function dayIn(timeZone: string): (now: number) => string {
  const options = { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const format = new Intl.DateTimeFormat('en-CA', options);
  return (now) => format.format(now);
}

/** Today's day where the counter is. */
export const todayIn = (timeZone: string, now: number = Date.now()): string => dayIn(timeZone)(now);

/** The moment it is where the counter is, `YYYY-MM-DD hh:mm:ss`. */
export function momentIn(timeZone: string, now: number = Date.now()): string {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'medium', hourCycle: 'h23' }).format(
    now,
  );
  return `${todayIn(timeZone, now)} ${time}`;
}

function customDays(name: string): Days | null {
  const [, from, to] = CUSTOM.exec(name) ?? [];
  if (from === undefined || to === undefined || Number.isNaN(parse(from)) || Number.isNaN(parse(to)))
    return null;
  return from <= to ? { from, to } : { from: to, to: from };
}

export function isPeriodName(name: string): boolean {
  return NAMED_PERIODS.some((known) => known === name) || customDays(name) !== null;
}

export const isNamed = (name: string): name is NamedPeriod => NAMED_PERIODS.some((known) => known === name);

/** Weeks begin on Monday. */
export const mondayOf = (day: string): string => addDays(day, -((new Date(parse(day)).getUTCDay() + 6) % 7));

/** So many months up to the day before the next ones began. */
const ended = (next: string, months: number): Days => ({
  from: addMonths(next, -months),
  to: addDays(next, -1),
});

const MONTHS_ENDED: Readonly<Record<string, number>> = { lastMonth: 1, lastQuarter: 3, lastYear: 12 };

export function daysOf(name: string, today: string): Days {
  const custom = customDays(name);
  if (custom) return custom;
  switch (name) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: addDays(today, -1), to: addDays(today, -1) };
    case '7d':
      return { from: addDays(today, -6), to: today };
    case '90d':
      return { from: addDays(today, -89), to: today };
    case 'week':
      return { from: mondayOf(today), to: today };
    case 'lastWeek':
      return { from: addDays(mondayOf(today), -7), to: addDays(mondayOf(today), -1) };
    case 'lastMonth':
      return ended(`${today.slice(0, 8)}01`, 1);
    case 'lastQuarter':
      return ended(daysOf('quarter', today).from, 3);
    case 'lastYear':
      return ended(`${today.slice(0, 5)}01-01`, 12);
    case 'month':
      return { from: `${today.slice(0, 8)}01`, to: today };
    case 'quarter': {
      const first = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
      return { from: `${today.slice(0, 5)}${String(first).padStart(2, '0')}-01`, to: today };
    }
    case 'year':
      return { from: `${today.slice(0, 5)}01-01`, to: today };
    default:
      return { from: addDays(today, -29), to: today };
  }
}

/** The days a period is compared with [M122]; null where no comparison is asked for. */
export function comparedDays(name: string, days: Days, comparison: Comparison): Days | null {
  const shifted = (months: number): Days => ({
    from: addMonths(days.from, months),
    to: addMonths(days.to, months),
  });
  const length = daysBetween(days);
  const daysEarlier = (count: number): Days => ({
    from: addDays(days.from, -count),
    to: addDays(days.to, -count),
  });
  if (comparison === 'off') return null;
  if (comparison === 'weekdays') return daysEarlier(Math.ceil(length / 7) * 7);
  if (comparison === 'yearWeekdays') return daysEarlier(Math.max(364, Math.ceil(length / 7) * 7));
  if (comparison === 'year') return shifted(-12);
  if (name === 'week') return daysEarlier(7);
  const months = MONTHS_ENDED[name];
  if (months !== undefined) return ended(days.from, months);
  if (name === 'month') return shifted(-1);
  if (name === 'quarter') return shifted(-3);
  if (name === 'year') return shifted(-12);
  return daysEarlier(length);
}

/** As many days right before or right after; null where those are yet to come. */
export function neighbour(days: Days, today: string, step: -1 | 1): Days | null {
  const length = daysBetween(days) * step;
  const from = addDays(days.from, length);
  const to = addDays(days.to, length);
  if (from > today) return null;
  return { from, to: to > today ? today : to };
}

/** Groupings that give a chart of a sensible number of points, the best one first. */
export function groupsFor(days: Days): readonly [Group, ...Group[]] {
  const length = daysBetween(days);
  if (length <= 2) return ['hour', 'day'];
  if (length <= 7) return ['day', 'hour'];
  if (length <= 92) return length <= 14 ? ['day'] : ['day', 'week'];
  return length <= 400 ? ['week', 'day', 'month'] : ['month', 'week'];
}
