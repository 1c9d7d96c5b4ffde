/** The first metric of both sides over time, the second laid over the first. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { bytimeQuery } from '../../api/stat.ts';
import { useFormat } from '../../ui/format.ts';
import type { ChartModel } from '../chart/chart-option.ts';
import { Chart } from '../chart/chart.tsx';
import { usePalette } from '../chart/palette.ts';
import { writeValue, type Measure } from '../metrics.ts';
import { finished } from '../state/interval.ts';
import type { Sides } from '../state/sides.ts';
import { refreshEvery, type Report } from '../use-report.ts';
import { laidOver } from './laid-over.ts';
import { sideByTime } from './question.ts';
import { useSideWords } from './use-sides.ts';

interface Props {
  readonly report: Report;
  readonly sides: Sides;
  readonly measure: Measure;
}

export function SidesChart({ report, sides, measure }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const words = useSideWords(report);
  const { group, currency } = report;
  const { metric, kind } = measure;
  const refetchInterval = refreshEvery(report);
  const a = useQuery({ ...bytimeQuery(sideByTime(report, sides, sides.a, [metric])), refetchInterval });
  const b = useQuery({ ...bytimeQuery(sideByTime(report, sides, sides.b, [metric])), refetchInterval });
  const { axis } = palette;
  const nameOf = (side: 'a' | 'b') => `${t(`sides.${side}`)}: ${words?.[side].whole ?? ''}`;
  const names = [nameOf('a'), nameOf('b')].join('\n');
  const model = useMemo((): ChartModel | undefined => {
    if (!a.data || !b.data) return undefined;
    const now = report.now();
    const runs = { a: finished(a.data.time_intervals, now), b: finished(b.data.time_intervals, now) };
    const rows = laidOver(a.data, b.data, now);
    const [nameA = '', nameB = ''] = names.split('\n');
    const valuesOf = (side: 'a' | 'b') => rows.map((row) => row[side]?.values[0] ?? null);
    return {
      labels: rows.map((row) => row.name(format, group, i18n.language)),
      unfinished: runs.a.unfinished || runs.b.unfinished,
      whole: kind === 'count',
      write: (value) => writeValue(format, kind, value, currency),
      lines: [
        { id: 'a', name: nameA, color: palette.line(0), done: !runs.a.unfinished, values: valuesOf('a') },
        { id: 'b', name: nameB, color: palette.line(1), done: !runs.b.unfinished, values: valuesOf('b') },
      ],
    };
    // The palette changes with `axis`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [a.data, b.data, names, axis, kind, format, group, currency, i18n.language]);
  return <Chart name={t(measure.label)} model={model} stale={a.isPlaceholderData || b.isPlaceholderData} />;
}
