/** Reads the hours of a counter as the reports count them: the same question, the same numbers. */
import type { BytimeResponse } from '@goalpost/contract/reports';
import { createLocalTime } from '../kit/dates/local-time.ts';
import { isProblem, type Problem } from '../kit/problem.ts';
import { addDays, askChart, understand, type StatDeps } from '../query/index.ts';
import type { History, MadeGoal, Wait } from './kinds/kind.ts';

export interface ChatWaits {
  /** Visitors who waited for an answer in a time, as far as it had begun by then. */
  waits(counterId: number, from: number, before: number): Promise<readonly Wait[]>;
}

/** Goals that made themselves since a moment, deleted ones too; oldest first. */
export interface MadeGoals {
  since(counterId: number, from: number): Promise<readonly MadeGoal[]>;
}

export interface HistoryDeps extends StatDeps {
  readonly chat: ChatWaits;
  readonly made: MadeGoals;
}

export interface Wanted {
  readonly counterId: number;
  /** Days that are judged, today the last of them. */
  readonly days: number;
  /** Goals that are watched; all: `null`. */
  readonly goals: readonly number[] | null;
  readonly chat: boolean;
  readonly made: boolean;
  readonly traffic: boolean;
}

/** Weeks that the first of the days is judged by, with one more for the level. */
const DAYS_BEFORE = 7 * 7;
/** Hits of an hour are in the reports by then. */
export const SETTLE_MS = 3 * 60_000;
const HOUR_MS = 3_600_000;
/** Of one question. */
const GOALS_AT_ONCE = 15;
/** More are not watched; the API says which there are. */
export const MAX_WATCHED_GOALS = 90;

export async function readHistory(
  deps: HistoryDeps,
  { counterId, days, goals: wanted, chat, made, traffic }: Wanted,
  signal: AbortSignal,
): Promise<History | Problem> {
  const counter = await deps.counters.get(counterId);
  const now = deps.clock.now();
  const local = createLocalTime(counter?.timeZone ?? 'UTC');
  const today = local.at(now).slice(0, 10);
  const first = addDays(today, -(days - 1 + DAYS_BEFORE));
  const begin = local.startOfDay(first);
  const from = local.startOfDay(addDays(today, -(days - 1)));
  const until = Math.floor((now - SETTLE_MS - begin) / HOUR_MS);
  const goals = await watchedGoals(deps, counterId, wanted);
  const columns: number[][] = [];
  let intervals: BytimeResponse['time_intervals'] = [];
  const lists = traffic || goals.length > 0 ? questionsOf(goals) : [];
  for (const metrics of lists) {
    const raw = {
      ids: String(counterId),
      metrics: metrics.join(','),
      date1: first,
      date2: today,
      group: 'hour',
    };
    // The server asks for itself: the person who set the alert may see the counter.
    const context = { authorise: async () => null, signal };
    const question = await understand(deps, raw, context);
    if (isProblem(question)) return question;
    const chart = await askChart(deps, question, context);
    if (isProblem(chart)) return chart;
    intervals = chart.time_intervals.slice(0, until);
    for (const series of chart.totals) columns.push(series.slice(0, until).map((count) => count ?? 0));
  }
  const [visits = [], pageViews = [], ...reached] = columns;
  return {
    starts: intervals.map((_interval, hour) => begin + hour * HOUR_MS),
    keys: intervals.map(([from]) => keyOf(from)),
    visits,
    pageViews,
    goals: goals.map((id, index) => ({ id, reached: reached[index] ?? [] })),
    waits: chat ? await deps.chat.waits(counterId, from, now) : [],
    made: made ? await deps.made.since(counterId, from) : [],
    from,
    now,
  };
}

async function watchedGoals(
  { goals }: StatDeps,
  counterId: number,
  wanted: readonly number[] | null,
): Promise<number[]> {
  if (wanted?.length === 0) return [];
  const all = (await goals.list(counterId, false)).map(({ id }) => id);
  return all.filter((id) => wanted === null || wanted.includes(id)).slice(0, MAX_WATCHED_GOALS);
}

/** The first begins with the traffic; the others ask of goals alone. */
function questionsOf(goals: readonly number[]): string[][] {
  const reached = goals.map((id) => `ym:s:goal${id}visits`);
  const lists = [['ym:s:visits', 'ym:s:pageviews', ...reached.slice(0, GOALS_AT_ONCE)]];
  for (let at = GOALS_AT_ONCE; at < reached.length; at += GOALS_AT_ONCE)
    lists.push(reached.slice(at, at + GOALS_AT_ONCE));
  return lists;
}

/** @param from `YYYY-MM-DD hh:mm:ss` where the counter is */
function keyOf(from: string): number {
  const weekday = new Date(`${from.slice(0, 10)}T00:00:00Z`).getUTCDay();
  return weekday * 24 + Number(from.slice(11, 13));
}
