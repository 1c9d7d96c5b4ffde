/** The chart of a report by values: the largest ones over time as lines, or each row as a bar. */
import type { DataResponse } from '@goalpost/contract/reports';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bytimeQuery } from '../../api/stat.ts';
import { useFormat } from '../../ui/format.ts';
import type { ChartModel } from '../chart/chart-option.ts';
import { Chart } from '../chart/chart.tsx';
import { MAX_LINES, usePalette } from '../chart/palette.ts';
import { spelled, valueName } from '../dimensions.ts';
import { writeValue, type Measure } from '../metrics.ts';
import { useNarrow } from '../filters/use-narrow.ts';
import { finished, intervalName } from '../state/interval.ts';
import { toInterval } from '../state/to-interval.ts';
import { refreshEvery, type Report } from '../use-report.ts';

const MAX_BARS = 30;

interface Props {
  readonly report: Report;
  readonly dimension: DimensionId;
  readonly measure: Measure;
}

interface LinesProps extends Props {
  /** The table's rows, where they come in the order of the lines. */
  readonly first?: DataResponse['data'];
  /** Instead of the name. */
  readonly controls?: ReactNode;
}

export function LinesChart(props: LinesProps) {
  const { report, dimension, measure, first = [], controls } = props;
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const { within, days, group, today, currency } = report;
  const asked = useQuery({
    ...bytimeQuery({
      ...within,
      metrics: [measure.metric],
      dimensions: [spelled(dimension, report.scope)],
      group,
      ...days,
    }),
    refetchInterval: refreshEvery(report),
  });
  const answer = asked.data;
  const { axis } = palette;
  const model = useMemo((): ChartModel | undefined => {
    if (!answer) return undefined;
    const { count, unfinished } = finished(answer.time_intervals, report.now());
    return {
      labels: answer.time_intervals.slice(0, count).map((at) => intervalName(format, group, at)),
      unfinished,
      whole: measure.kind === 'count',
      write: (value) => writeValue(format, measure.kind, value, currency),
      lines: answer.data.slice(0, MAX_LINES).map((row, index) => ({
        id: String(row.dimensions[0]?.id ?? row.dimensions[0]?.name ?? index),
        name: valueName(t, dimension, row.dimensions[0]),
        color: palette.line(index),
        values: (row.metrics[0] ?? []).slice(0, count),
      })),
    };
    // The palette changes with `axis`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [answer, axis, dimension, measure, format, group, today, currency, t, i18n.language]);
  // The key stands with the table: it would push the table down if it came with the lines.
  const awaited = first.slice(0, MAX_LINES).map(({ dimensions: [value] }, index) => ({
    id: String(value?.id ?? value?.name ?? index),
    name: valueName(t, dimension, value),
    color: palette.line(index),
  }));
  return (
    <Chart
      name={t(measure.label)}
      model={model}
      awaited={awaited}
      stale={asked.isPlaceholderData}
      onPick={(index) => toInterval(report, answer?.time_intervals[index])}
    >
      {controls}
    </Chart>
  );
}

interface BarsProps extends Props {
  readonly answer: DataResponse;
  readonly stale: boolean;
}

export function BarsChart({ report, dimension, measure, answer, stale }: BarsProps) {
  const narrow = useNarrow(report);
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const { axis } = palette;
  const model = useMemo((): ChartModel => {
    const rows = answer.data.slice(0, MAX_BARS);
    return {
      bars: true,
      head: t(`dimension.${dimension}`),
      labels: rows.map((row) => valueName(t, dimension, row.dimensions[0])),
      unfinished: false,
      whole: measure.kind === 'count',
      write: (value) => writeValue(format, measure.kind, value, report.currency),
      lines: [
        {
          id: measure.metric,
          name: t(measure.label),
          color: palette.line(0),
          values: rows.map((row) => row.metrics[0] ?? null),
        },
      ],
    };
    // The palette changes with `axis`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [answer, axis, dimension, measure, format, report.currency, t]);
  const pick = (index: number, leaveOut: boolean): void => {
    const value = answer.data[index]?.dimensions[0];
    if (value !== undefined) narrow(dimension, value, !leaveOut);
  };
  return <Chart name={t(measure.label)} model={model} stale={stale} onPick={pick} />;
}
