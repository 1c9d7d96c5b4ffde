/** One measure over time, with the period compared with behind it. */
import type { BytimeResponse } from '@goalpost/contract/reports';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';
import type { ChartModel, Line } from './chart/chart-option.ts';
import { finished, intervalName } from './state/interval.ts';
import { writeValue, type Measure } from './metrics.ts';
import { usePalette } from './chart/palette.ts';
import { marksOf, noteWords, useNotes } from './notes/use-notes.ts';
import type { Report } from './use-report.ts';

/** The answers for the period, and for the one that it is compared with. */
export interface MeasureAnswers {
  readonly now: BytimeResponse | undefined;
  readonly before: BytimeResponse | undefined;
}

/** @param place which metric of the answers is drawn */
export function useMeasureLines(
  report: Report,
  measure: Measure,
  place: number,
  { now, before }: MeasureAnswers,
): ChartModel | undefined {
  const { t } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const { group, today, currency, comparison } = report;
  const { axis } = palette;
  const notes = useNotes(report);
  return useMemo(() => {
    if (!now) return undefined;
    const { count, unfinished } = finished(now.time_intervals, report.now());
    const main: Line = {
      id: measure.metric,
      name: t(measure.label),
      color: palette.line(0),
      values: (now.totals[place] ?? []).slice(0, count),
    };
    const faint: Line[] = before
      ? [
          {
            id: 'before',
            name: t(`report.compareLine.${comparison}`),
            color: axis,
            faint: true,
            values: (before.totals[place] ?? []).slice(0, count),
          },
        ]
      : [];
    return {
      lines: [main, ...faint],
      labels: now.time_intervals.slice(0, count).map((at) => intervalName(format, group, at)),
      unfinished,
      marks: marksOf(notes ?? [], now.time_intervals.slice(0, count), (note) => noteWords(note, t), axis),
      whole: measure.kind === 'count',
      write: (value) => writeValue(format, measure.kind, value, currency),
    };
    // The palette changes with `axis`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [now, before, notes, measure, place, axis, format, group, today, currency, comparison, t]);
}
