/** How often each goal was reached in the last 7 and 30 days. */
import type { Counter } from '@goalpost/contract/management';
import { useQuery } from '@tanstack/react-query';
import { dataQuery } from '../api/stat.ts';
import { CONVERSIONS } from '../report/metrics.ts';
import { daysOf, todayIn } from '../report/state/period.ts';

const REFRESH_MS = 10_000;

export interface Reaches {
  readonly week: ReadonlyMap<number, number> | undefined;
  readonly month: ReadonlyMap<number, number> | undefined;
}

export function useReaches(counter: Counter): Reaches {
  const today = todayIn(counter.time_zone_name);
  const ask = (period: string) => ({
    ...dataQuery({
      counterId: counter.id,
      metrics: [CONVERSIONS.metric],
      dimensions: ['ym:s:goal'],
      limit: 1_000,
      ...daysOf(period, today),
    }),
    refetchInterval: REFRESH_MS,
  });
  const week = useQuery(ask('7d')).data;
  const month = useQuery(ask('30d')).data;
  return { week: week && byGoal(week.data), month: month && byGoal(month.data) };
}

type Rows = readonly {
  dimensions: { id?: string | number | null | undefined }[];
  metrics: (number | null)[];
}[];

function byGoal(rows: Rows): Map<number, number> {
  return new Map(rows.map((row) => [Number(row.dimensions[0]?.id), row.metrics[0] ?? 0]));
}
