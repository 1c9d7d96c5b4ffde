/** Asks the reports behind the Conversions screen and joins their answers. */
import { useQueries, useQuery } from '@tanstack/react-query';
import type { Goal } from '@goalpost/contract/goals';
import { countingQuery } from '../api/goals/backfills.ts';
import { goalsQuery } from '../api/goals.ts';
import { bytimeQuery, dataQuery, type Question } from '../api/stat.ts';
import {
  ANY_RATE,
  backfilledReaches,
  CONVERSIONS,
  goalMeasure,
  USERS,
  VISITS,
  type GoalMeasure,
} from '../report/metrics.ts';
import type { Days } from '../report/state/period.ts';
import { refreshEvery, type Report } from '../report/use-report.ts';
import { goalRows, inLots, type GoalRow } from './rows.ts';

const LOT = 20;
const BY_GOAL = [CONVERSIONS, VISITS, USERS, ANY_RATE].map((measure) => measure.metric);

export interface Conversions {
  readonly goals: readonly Goal[] | undefined;
  /** Undefined while loading. */
  readonly rows: readonly GoalRow[] | undefined;
  /** All visits of the period. */
  readonly visits: number | null;
  readonly stale: boolean;
  /** What its files hold. */
  readonly question: Question;
  /** Why there are no rows. */
  readonly failure: Error | null;
  retry(): void;
}

const metricsOf = (lot: readonly number[], measure: GoalMeasure): string[] =>
  lot.map((id) => goalMeasure(id, measure).metric);

function byGoalQuestion(report: Report, days: Days): Question {
  return { ...report.within, metrics: BY_GOAL, dimensions: ['ym:s:goal'], limit: 1_000, ...days };
}

export function useConversions(report: Report): Conversions {
  const refetchInterval = refreshEvery(report);
  const { counterId, within, days, group, before } = report;
  const goals = useQuery({ ...goalsQuery(counterId), refetchInterval });
  const now = useQuery({ ...dataQuery(byGoalQuestion(report, days)), refetchInterval });
  const compared = useQuery({
    ...dataQuery(byGoalQuestion(report, before ?? days)),
    enabled: before !== null,
  });
  const everyone = useQuery({
    ...dataQuery({ ...within, metrics: [VISITS.metric, USERS.metric], ...days }),
    refetchInterval,
  });
  const reached = new Set((now.data?.data ?? []).map((row) => Number(row.dimensions[0]?.id)));
  const lots = inLots(
    (goals.data ?? []).filter((goal) => reached.has(goal.id)).map((goal) => goal.id),
    LOT,
  );
  const money = useQueries({
    queries: lots.map((lot) => dataQuery({ ...within, metrics: metricsOf(lot, 'revenue'), ...days })),
    combine: (answers) => ({
      revenue: byLot(
        lots,
        answers.map((answer) => answer.data?.totals),
      ),
      otherRevenue: byLot(
        lots,
        answers.map((answer) => answer.data?.other_revenue),
      ),
    }),
  });
  const trends = useQueries({
    queries: lots.map((lot) =>
      bytimeQuery({ ...within, metrics: metricsOf(lot, 'reaches'), group, ...days }),
    ),
    combine: (answers) =>
      byLot(
        lots,
        answers.map((answer) => answer.data?.totals),
      ),
  });
  const backfilled = useBackfilled(report);
  const rows =
    goals.data && now.data && everyone.data
      ? goalRows({
          goals: goals.data,
          now: now.data,
          before: before === null ? undefined : compared.data,
          everyone: { visits: everyone.data.totals[0] ?? null, users: everyone.data.totals[1] ?? null },
          ...money,
          backfilled,
          trends,
        })
      : undefined;
  return {
    goals: goals.data,
    rows,
    visits: everyone.data?.totals[0] ?? null,
    stale: now.isPlaceholderData,
    question: byGoalQuestion(report, days),
    failure: rows === undefined ? firstError([goals, now, everyone]) : null,
    retry: () => void Promise.all([goals.refetch(), now.refetch(), everyone.refetch()]),
  };
}

function firstError(asked: readonly { readonly error: Error | null }[]): Error | null {
  return asked.find(({ error }) => error !== null)?.error ?? null;
}

/** Of goals that have a backfill. */
function useBackfilled(report: Report): ReadonlyMap<number, number | null> {
  const counting = useQuery(countingQuery(report.counterId)).data;
  const ids = [...(counting?.values() ?? [])]
    .filter((goal) => goal.backfill !== null)
    .map((goal) => goal.goal_id);
  const lots = inLots(ids, LOT);
  return useQueries({
    queries: lots.map((lot) =>
      dataQuery({ ...report.within, metrics: lot.map((id) => backfilledReaches(id).metric), ...report.days }),
    ),
    combine: (answers) =>
      byLot(
        lots,
        answers.map((answer) => answer.data?.totals),
      ),
  });
}

/** Goal → what stands at its place in the totals of its lot. */
function byLot<T>(lots: readonly number[][], totals: readonly (readonly T[] | undefined)[]): Map<number, T> {
  const found = new Map<number, T>();
  lots.forEach((lot, number) =>
    lot.forEach((id, place) => {
      const value = totals[number]?.[place];
      if (value !== undefined) found.set(id, value);
    }),
  );
  return found;
}
