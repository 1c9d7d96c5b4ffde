/** A report over time: its first metric as a line, and a row for each day, week or month. */
import type { DataResponse } from '@goalpost/contract/reports';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { bytimeQuery } from '../../api/stat.ts';
import { useFormat } from '../../ui/format.ts';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { Chart } from '../chart/chart.tsx';
import { ChartNotes } from '../notes/chart-notes.tsx';
import { VISITS } from '../metrics.ts';
import { ReportTable, TableRow, type Column, type Sort } from '../parts/table.tsx';
import { finished, intervalName } from '../state/interval.ts';
import { useMeasureLines } from '../use-lines.ts';
import { refreshEvery, type Report } from '../use-report.ts';
import { ReportFailure } from '../filters/report-failure.tsx';

interface Props {
  readonly report: Report;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly answer: DataResponse;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

export function TimeReport({ report, title, columns, answer, sort, onSort }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { within, days, before, group, currency } = report;
  const metrics = columns.map((column) => column.metric);
  const first = columns[0] ?? VISITS;
  const now = useQuery({
    ...bytimeQuery({ ...within, metrics, group, ...days }),
    refetchInterval: refreshEvery(report),
  });
  const past = useQuery({
    ...bytimeQuery({ ...within, metrics: [first.metric], group, ...(before ?? days) }),
    enabled: before !== null,
  });
  const model = useMeasureLines(report, first, 0, now.data, before ? past.data : undefined);
  if (now.isError && !now.data)
    return <ReportFailure report={report} error={now.error} onRetry={() => void now.refetch()} />;
  if (now.data === undefined) return <PageSkeleton />;
  const { time_intervals, totals: series } = now.data;
  const { count } = finished(time_intervals, report.now());
  const most = Math.max(...(series[0] ?? []).map((value) => value ?? 0));
  const place = metrics.indexOf(sort.metric);
  const rows = time_intervals
    .slice(0, count)
    .map((at, index) => ({ at, values: series.map((numbers) => numbers[index] ?? null) }));
  const key = (row: (typeof rows)[number]): number => row.values[place] ?? -Infinity;
  const ascending = place < 0 ? rows : rows.toSorted((a, b) => Math.sign(key(a) - key(b)) || 0);
  return (
    <>
      <Chart name={t(first.label)} model={model} stale={now.isPlaceholderData} />
      <ChartNotes report={report} />
      <ReportTable
        label={title}
        columns={columns}
        currency={currency}
        first={t('dimension.datePeriod<group>')}
        firstHelp={t('dimensionHelp.datePeriod<group>')}
        totals={answer.totals}
        others={answer.other_revenue}
        sort={sort}
        onSort={onSort}
        stale={now.isPlaceholderData}
      >
        {(sort.down ? ascending.toReversed() : ascending).map(({ at, values }) => (
          <TableRow
            key={at[0]}
            name={intervalName(format, group, at, i18n.language)}
            depth={0}
            columns={columns}
            values={values}
            currency={currency}
            most={most}
          />
        ))}
      </ReportTable>
    </>
  );
}
