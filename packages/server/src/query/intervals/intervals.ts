/** The intervals of a chart: every one of the period, also where nothing happened. */
import { addDays, daysBetween } from '../parse/dates.ts';
import type { Group } from '../parse/group.ts';
import type { Zone } from '../parse/zone.ts';
import { createLocalTime, type LocalTime } from '../../kit/dates/local-time.ts';

export interface Interval {
  /** What the store calls it. */
  readonly key: string;
  /** First and last day or moment within the period, as the answer shows them. */
  readonly from: string;
  readonly to: string;
  /** Days it touches. */
  readonly days: number;
}

/**
 * Days and longer are found in the store by their first day; shorter ones by the instant they begin at, since
 * local time alone does not tell the two hours apart when clocks go back.
 */
export interface Intervals {
  readonly list: readonly Interval[];
  /** Unix seconds at which each begins, rising; null where keys are days. */
  readonly instants: readonly number[] | null;
}

export const MAX_INTERVALS = 20_000;

const MINUTES = { minute: 1, dekaminute: 10, hour: 60 } as const;
const DAY_MINUTES = 24 * 60;

/** @returns null if there are more than MAX_INTERVALS */
export function intervalsOf(group: Group, from: string, to: string, zone: Zone): Intervals | null {
  const days = daysBetween(from, to);
  if (group === 'minute' || group === 'dekaminute' || group === 'hour') {
    const minutes = MINUTES[group];
    if ((days * DAY_MINUTES) / minutes > MAX_INTERVALS) return null;
    return instantIntervals(minutes, from, to, createLocalTime(zone.intl));
  }
  return days > MAX_INTERVALS ? null : { list: dayIntervals(group, from, to), instants: null };
}

type LongGroup = Exclude<Group, keyof typeof MINUTES>;

function dayIntervals(group: LongGroup, from: string, to: string): Interval[] {
  if (group === 'all') return [{ key: '', from, to, days: daysBetween(from, to) }];
  const list: Interval[] = [];
  for (let day = from; ;) {
    const key = firstDayOf(group, day);
    const next = firstDayOf(group, addDays(key, LONGEST[group]));
    const last = addDays(next, -1);
    const end = last < to ? last : to;
    list.push({ key, from: day, to: end, days: daysBetween(day, end) });
    if (last >= to) return list;
    day = next;
  }
}

/** A step from a first day that always lands in the next interval. */
const LONGEST = { day: 1, week: 7, month: 31, quarter: 92, year: 366 } as const;

function firstDayOf(group: keyof typeof LONGEST, day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  switch (group) {
    case 'day':
      return day;
    case 'week':
      return addDays(day, -((date.getUTCDay() + 6) % 7));
    case 'month':
      return `${day.slice(0, 7)}-01`;
    case 'quarter':
      return `${day.slice(0, 5)}${String(date.getUTCMonth() - (date.getUTCMonth() % 3) + 1).padStart(2, '0')}-01`;
    case 'year':
      return `${day.slice(0, 4)}-01-01`;
  }
}

function instantIntervals(minutes: number, from: string, to: string, local: LocalTime): Intervals {
  const starts: number[] = [];
  for (let day = from; ; day = addDays(day, 1)) {
    starts.push(...startsWithin(day, minutes, local));
    if (day === to) break;
  }
  const end = local.startOfDay(addDays(to, 1));
  const list = starts.map((start, index) => ({
    key: String(start / 1000),
    from: local.at(start),
    to: local.at((starts[index + 1] ?? end) - 1000),
    days: 1,
  }));
  return { list, instants: starts.map((start) => start / 1000) };
}

function startsWithin(day: string, minutes: number, local: LocalTime): number[] {
  const start = local.startOfDay(day);
  const end = local.startOfDay(addDays(day, 1));
  const step = minutes * 60_000;
  const isEven = end - start === DAY_MINUTES * 60_000 && local.offset(start) === local.offset(end - 1000);
  if (isEven) return Array.from({ length: DAY_MINUTES / minutes }, (_item, index) => start + index * step);
  return unevenStarts(start, end, minutes, local);
}

/** On days when clocks change, every minute is looked at: an interval ends where its local name or offset does. */
function unevenStarts(start: number, end: number, minutes: number, local: LocalTime): number[] {
  const starts: number[] = [];
  let before = '';
  for (let instant = start; instant < end; instant += 60_000) {
    const time = local.at(instant);
    const minute = Number(time.slice(14, 16));
    const name = `${time.slice(0, 14)}${minute - (minute % minutes)} ${local.offset(instant)}`;
    if (name !== before) starts.push(instant);
    before = name;
  }
  return starts;
}
