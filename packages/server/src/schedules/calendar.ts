/** Which days a report is of, and when it is sent: at an hour of the counter's own clock [M107]. Pure. */
import type { SchedulePeriod } from '@goalpost/contract/notices';
import { createLocalTime, type LocalTime } from '../kit/dates/local-time.ts';
import { addDays } from '../query/index.ts';

export interface Issue {
  /** The first day after those it is of: one issue a schedule has this key. */
  readonly key: string;
  readonly date1: string;
  readonly date2: string;
  readonly sendAt: number;
}

export interface When {
  readonly period: SchedulePeriod;
  readonly hour: number;
  /** As `Intl` takes it. */
  readonly timeZone: string;
}

/** The latest that is to be out by now: after a time in which nothing was sent, this one alone is. */
export function latestIssue(when: When, now: number): Issue {
  const local = createLocalTime(when.timeZone);
  const today = local.at(now).slice(0, 10);
  const begun = beginOf(when.period, today);
  const issue = issueOf(when, begun, local);
  return issue.sendAt <= now ? issue : issueOf(when, beginOf(when.period, addDays(begun, -1)), local);
}

export function nextIssue(when: When, now: number): Issue {
  const local = createLocalTime(when.timeZone);
  const latest = latestIssue(when, now);
  // More than the longest period ahead, and back to where it begins.
  return issueOf(when, beginOf(when.period, addDays(latest.key, LONGEST[when.period])), local);
}

const LONGEST = { daily: 1, weekly: 7, monthly: 31 } as const;

/** The first day of the period that a day is in. */
function beginOf(period: SchedulePeriod, day: string): string {
  if (period === 'daily') return day;
  if (period === 'monthly') return `${day.slice(0, 7)}-01`;
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

function issueOf({ period, hour }: When, key: string, local: LocalTime): Issue {
  const date2 = addDays(key, -1);
  return { key, date1: beginOf(period, date2), date2, sendAt: momentOf(key, hour, local) };
}

const QUARTER_MS = 15 * 60_000;

/** Where the clocks skip the hour, the first moment behind it; where they show it twice, the first of both. */
function momentOf(day: string, hour: number, local: LocalTime): number {
  const wanted = `${day} ${String(hour).padStart(2, '0')}:00:00`;
  let moment = local.startOfDay(day);
  while (local.at(moment) < wanted) moment += QUARTER_MS;
  return moment;
}
