/** Puts the answers of several reports together into one row for each goal; pure. */
import type { Goal } from '@goalpost/contract/goals';
import type { DataResponse } from '@goalpost/contract/reports';
import { isChatGoal } from '../goals/index.ts';
import type { Sums } from '../report/parts/other-revenue.tsx';

export interface GoalNumbers {
  readonly reaches: number;
  readonly visits: number;
  readonly users: number;
  /** Percent; null where there were no visits at all. */
  readonly rate: number | null;
  readonly revenue: number | null;
}

export interface GoalRow extends GoalNumbers {
  readonly goal: Goal;
  /** Reaches of before the goal was made, which no other number holds; null: none were asked for. */
  readonly backfilled: number | null;
  /** What `revenue` leaves out. */
  readonly otherRevenue: Sums;
  readonly userRate: number | null;
  readonly before: GoalNumbers | null;
  /** Reaches by interval. */
  readonly trend: readonly (number | null)[];
}

export interface Parts {
  readonly goals: readonly Goal[];
  /** By the dimension goal: reaches, visits, users, conversion rate. */
  readonly now: DataResponse;
  readonly before: DataResponse | undefined;
  /** All visits and users of the period. */
  readonly everyone: { readonly visits: number | null; readonly users: number | null };
  readonly revenue: ReadonlyMap<number, number | null>;
  readonly otherRevenue: ReadonlyMap<number, Sums>;
  readonly backfilled: ReadonlyMap<number, number | null>;
  readonly trends: ReadonlyMap<number, readonly (number | null)[]>;
}

function byGoal(answer: DataResponse | undefined): Map<number, readonly (number | null)[]> {
  const rows = (answer?.data ?? []).map((row) => [Number(row.dimensions[0]?.id), row.metrics] as const);
  return new Map(rows);
}

function numbers(
  metrics: readonly (number | null)[] | undefined,
  anyone: boolean,
): Omit<GoalNumbers, 'revenue'> {
  const [reaches, visits, users, rate] = metrics ?? [];
  return { reaches: reaches ?? 0, visits: visits ?? 0, users: users ?? 0, rate: rate ?? (anyone ? 0 : null) };
}

export function goalRows(parts: Parts): GoalRow[] {
  const now = byGoal(parts.now);
  const before = byGoal(parts.before);
  const { visits, users } = parts.everyone;
  return parts.goals.map((goal) => {
    const own = numbers(now.get(goal.id), (visits ?? 0) > 0);
    return {
      goal,
      ...own,
      backfilled: parts.backfilled.get(goal.id) ?? null,
      userRate: users ? (own.users / users) * 100 : null,
      revenue: parts.revenue.get(goal.id) ?? null,
      otherRevenue: parts.otherRevenue.get(goal.id),
      before: parts.before ? { ...numbers(before.get(goal.id), true), revenue: null } : null,
      trend: parts.trends.get(goal.id) ?? [],
    };
  });
}

export const ROW_SORTS = ['reaches', 'visits', 'users', 'rate', 'userRate', 'revenue'] as const;
export type RowSort = (typeof ROW_SORTS)[number];
/** Name, trend, the sortable numbers, change. */
export const COLUMN_COUNT = ROW_SORTS.length + 3;

/** Largest first if `down`; equal ones by name, so that the order stays. */
export function sortRows(rows: readonly GoalRow[], by: RowSort, down: boolean): GoalRow[] {
  const sign = down ? -1 : 1;
  return rows.toSorted((a, b) => {
    const gap = (a[by] ?? -1) - (b[by] ?? -1);
    return gap === 0 ? a.goal.name.localeCompare(b.goal.name) : gap * sign;
  });
}

/** Counted or backfilled. */
export const hasReaches = (row: Pick<GoalRow, 'reaches' | 'backfilled'>): boolean =>
  row.reaches > 0 || (row.backfilled ?? 0) > 0;

/** What the chart shows unless told otherwise: favourites and chat goals, else those reached most. */
export function goalsOfInterest(rows: readonly GoalRow[], most: number): number[] {
  const reached = sortRows(rows, 'reaches', true).filter(hasReaches);
  const dear = reached.filter(({ goal }) => goal.is_favorite === 1 || isChatGoal(goal));
  return (dear.length > 0 ? dear : reached).slice(0, most).map(({ goal }) => goal.id);
}

/** Lists of at most so many, as the API takes at most 20 metrics at once. */
export function inLots<T>(items: readonly T[], most: number): T[][] {
  const lots: T[][] = [];
  for (let start = 0; start < items.length; start += most) lots.push(items.slice(start, start + most));
  return lots;
}
