/** Visits over time from the largest sources. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { bytimeQuery } from '../api/stat.ts';
import { Chart } from '../report/chart/chart.tsx';
import type { ChartModel } from '../report/chart/chart-option.ts';
import { valueName, type Dimension } from '../report/dimensions.ts';
import { finished, intervalName } from '../report/state/interval.ts';
import { VISITS } from '../report/metrics.ts';
import { MAX_LINES, usePalette } from '../report/chart/palette.ts';
import { refreshEvery, type Report } from '../report/use-report.ts';
import { useFormat } from '../ui/format.ts';

interface Props {
  readonly report: Report;
  readonly dimension: Dimension;
}

export function SourceChart({ report, dimension }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const { counterId, days, group, today } = report;
  const asked = useQuery({
    ...bytimeQuery({ counterId, metrics: [VISITS.metric], dimensions: [dimension.name], group, ...days }),
    refetchInterval: refreshEvery(report),
  });
  const answer = asked.data;
  const { axis } = palette;
  const model = useMemo((): ChartModel | undefined => {
    if (!answer) return undefined;
    const { count, unfinished } = finished(answer.time_intervals, report.now());
    return {
      labels: answer.time_intervals
        .slice(0, count)
        .map((at) => intervalName(format, group, at, i18n.language)),
      unfinished,
      whole: true,
      write: format.short,
      lines: answer.data.slice(0, MAX_LINES).map((row, index) => ({
        id: String(row.dimensions[0]?.id ?? row.dimensions[0]?.name ?? index),
        name: valueName(t, i18n.language, dimension, row.dimensions[0]),
        color: palette.line(index),
        values: (row.metrics[0] ?? []).slice(0, count),
      })),
    };
    // The palette changes with `axis`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [answer, axis, dimension, format, group, today, t, i18n.language]);
  return <Chart name={t(VISITS.label)} model={model} stale={asked.isPlaceholderData} />;
}
