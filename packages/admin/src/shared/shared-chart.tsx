/** The first number of a shared report over its days, drawn as on the report itself. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sharedDataQuery, type SharedAsk } from '../api/sharing/shares.ts';
import { Chart } from '../report/chart/chart.tsx';
import type { ChartModel } from '../report/chart/chart-option.ts';
import { usePalette } from '../report/chart/palette.ts';
import { writeValue, type Measure } from '../report/metrics.ts';
import { intervalName } from '../report/state/interval.ts';
import { daysBetween } from '../report/state/period.ts';
import { useFormat } from '../ui/format.ts';

interface Props {
  readonly measure: Measure;
  readonly asked: SharedAsk;
  readonly days: { readonly date1: string; readonly date2: string };
  readonly today: string;
  readonly currency: string;
}

/** Longer ones are drawn by months. */
export const MOST_DAYS = 120;

export function SharedChart({ measure, asked, days, today, currency }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const palette = usePalette();
  const { axis } = palette;
  const { label, kind } = measure;
  const group = daysBetween({ from: days.date1, to: days.date2 }) > MOST_DAYS ? 'month' : 'day';
  const answer = useQuery(sharedDataQuery({ ...asked, what: 'chart', group }));
  const rows = answer.data?.rows;
  const model = useMemo((): ChartModel | undefined => {
    if (rows === undefined) return undefined;
    const begun = rows.filter(({ name }) => (name ?? '').slice(0, 10) <= today);
    const last = begun.at(-1)?.name ?? '';
    const running = group === 'month' ? today.slice(0, 7) : today;
    return {
      labels: begun.map(({ name }) => intervalName(format, group, [name ?? '', name ?? ''])),
      unfinished: last.startsWith(running),
      whole: kind === 'count',
      write: (value) => writeValue(format, kind, value, currency),
      lines: [
        {
          id: 'shared',
          name: t(label),
          color: palette.line(0),
          values: begun.map(({ metrics }) => metrics[0] ?? null),
        },
      ],
    };
    // The palette changes with `axis`.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [rows, axis, format, group, today, kind, label, currency, t, i18n.language]);
  if (answer.isError) return null;
  return <Chart name={t(label)} model={model} />;
}
