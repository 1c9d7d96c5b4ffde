/** The chosen goals over time, by one measure. */
import { SegmentedControl } from '@mantine/core';
import type { Goal } from '@goalpost/contract/goals';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useCounter } from '../counter/counter-scope.tsx';
import { momentIn } from '../report/state/period.ts';
import { countingQuery } from '../api/goals/backfills.ts';
import { bytimeQuery } from '../api/stat.ts';
import { Chart } from '../report/chart/chart.tsx';
import type { ChartModel } from '../report/chart/chart-option.ts';
import { finished, intervalAt, intervalName } from '../report/state/interval.ts';
import {
  backfilledReaches,
  GOAL_MEASURES,
  goalMeasure,
  writeValue,
  type GoalMeasure,
} from '../report/metrics.ts';
import { usePalette } from '../report/chart/palette.ts';
import { refreshEvery, type Report } from '../report/use-report.ts';
import { useFormat } from '../ui/format.ts';

const SHOWN: readonly GoalMeasure[] = ['reaches', 'visits', 'conversionRate', 'revenue'];

interface Props {
  readonly report: Report;
  readonly goals: readonly Goal[];
  readonly chosen: readonly number[];
  /** Whether it is known which goals are chosen. */
  readonly ready: boolean;
}

export function GoalsChart({ report, goals, chosen, ready }: Props) {
  const { t } = useTranslation();
  const measure = GOAL_MEASURES.find((known) => known === report.search.metric) ?? 'reaches';
  const model = useGoalLines(report, goals, chosen, measure, ready);
  const look = goalMeasure(0, measure);
  const palette = usePalette();
  const awaited = (ready ? chosen : []).map((id, index) => ({
    id: String(id),
    name: goals.find((goal) => goal.id === id)?.name ?? '',
    color: palette.line(index),
  }));
  return (
    <Chart name={t(look.label)} model={model.chart} awaited={awaited} stale={model.stale}>
      <SegmentedControl
        size="xs"
        aria-label={t('report.measure')}
        data={SHOWN.map((name) => ({ value: name, label: t(goalMeasure(0, name).label) }))}
        value={measure}
        onChange={(value) => report.change({ metric: value === 'reaches' ? undefined : value })}
      />
    </Chart>
  );
}

function useGoalLines(
  report: Report,
  goals: readonly Goal[],
  chosen: readonly number[],
  measure: GoalMeasure,
  ready: boolean,
) {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const { within, days, group, today, currency } = report;
  const look = goalMeasure(0, measure);
  const { time_zone_name: zone } = useCounter();
  const counting = useQuery(countingQuery(report.counterId)).data;
  // Of other measures the past is not asked.
  const backfills = measure === 'reaches' ? chosen.filter((id) => counting?.get(id)?.backfill) : [];
  const asked = useQuery({
    ...bytimeQuery({
      ...within,
      metrics: chosen.map((id) => goalMeasure(id, measure).metric),
      group,
      ...days,
    }),
    enabled: ready && chosen.length > 0,
    refetchInterval: refreshEvery(report),
  });
  const answer = asked.data;
  const past = useQuery({
    ...bytimeQuery({
      ...within,
      metrics: backfills.map((id) => backfilledReaches(id).metric),
      group,
      ...days,
    }),
    enabled: ready && backfills.length > 0,
  }).data;
  const axis = palette.axis;
  const chart = useMemo((): ChartModel | undefined => {
    const nameOf = (id: number | undefined): string => goals.find((goal) => goal.id === id)?.name ?? '';
    const write = (value: number | null): string => writeValue(format, look.kind, value, currency);
    if (ready && chosen.length === 0) return { lines: [], labels: [], unfinished: false, write };
    if (!answer) return undefined;
    const { count, unfinished } = finished(answer.time_intervals, report.now());
    return {
      labels: answer.time_intervals.slice(0, count).map((at) => intervalName(format, group, at)),
      unfinished,
      whole: look.kind === 'count',
      write,
      lines: [
        ...answer.totals.slice(0, chosen.length).map((values, index) => ({
          id: String(chosen[index]),
          name: nameOf(chosen[index]),
          color: palette.line(index),
          values: values.slice(0, count),
        })),
        ...backfills.map((id, index) => ({
          id: `${id} backfilled`,
          name: t('backfill.line', { name: nameOf(id) }),
          color: palette.line(chosen.indexOf(id)),
          values: past?.totals[index]?.slice(0, count) ?? [],
          hatched: true,
        })),
      ],
      marks: chosen.flatMap((id, place) => {
        const since = counting?.get(id)?.counted_since;
        const index = since === undefined ? null : intervalAt(answer.time_intervals, momentIn(zone, since));
        // Of the first interval there is no time before it.
        if (index === null || index === 0 || index >= count) return [];
        return [{ index, name: t('backfill.began', { name: nameOf(id) }), color: palette.line(place) }];
      }),
    };
    // The palette changes with `axis`, the chosen goals with their numbers.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [
    answer,
    past,
    counting,
    chosen.join(),
    backfills.join(),
    axis,
    format,
    group,
    today,
    look.kind,
    currency,
    goals,
    ready,
  ]);
  return { chart, stale: asked.isPlaceholderData };
}
