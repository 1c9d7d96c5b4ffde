/** Asks for the numbers of the overview: now, before, and over time. */
import { useQuery } from '@tanstack/react-query';
import { bytimeQuery, dataQuery } from '../api/stat.ts';
import { ANY_RATE, BOUNCES, CONVERSIONS, DURATION, USERS, VISITS } from '../report/metrics.ts';
import type { Tile } from '../report/parts/tiles.tsx';
import { refreshEvery, type Report } from '../report/use-report.ts';

export const OVERVIEW_MEASURES = [VISITS, USERS, CONVERSIONS, ANY_RATE, BOUNCES, DURATION] as const;
const METRICS = OVERVIEW_MEASURES.map((measure) => measure.metric);

export function useOverview(report: Report) {
  const { within, days, group } = report;
  const before = report.before ?? days;
  const enabled = report.before !== null;
  const refetchInterval = refreshEvery(report);
  const now = useQuery({ ...dataQuery({ ...within, metrics: METRICS, ...days }), refetchInterval });
  const past = useQuery({ ...dataQuery({ ...within, metrics: METRICS, ...before }), enabled });
  const line = useQuery({ ...bytimeQuery({ ...within, metrics: METRICS, group, ...days }), refetchInterval });
  const pastLine = useQuery({ ...bytimeQuery({ ...within, metrics: METRICS, group, ...before }), enabled });
  const totals = now.data?.totals;
  const pastTotals = enabled ? past.data?.totals : undefined;
  const tiles =
    totals &&
    OVERVIEW_MEASURES.map((measure, place) =>
      tile(measure, place, totals, pastTotals, line.data?.totals[place]),
    );
  return {
    tiles,
    now: line.data,
    before: enabled ? pastLine.data : undefined,
    stale: now.isPlaceholderData || line.isPlaceholderData,
    error: now.error ?? line.error,
    retry: () => void Promise.all([now.refetch(), line.refetch()]),
  };
}

type Numbers = readonly (number | null)[];

/** Rates are weighed by the visits behind them. */
function tile(
  measure: Tile['measure'],
  place: number,
  now: Numbers,
  before: Numbers | undefined,
  trend: Numbers = [],
): Tile {
  const base: Tile = { measure, now: now[place], before: before?.[place], trend };
  if (measure.kind !== 'percent') return base;
  const counted = measure === ANY_RATE ? 2 : 0;
  return { ...base, weight: [now[counted], before?.[counted]] };
}
