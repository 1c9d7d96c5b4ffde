/** Where the visitors who reached a goal came from, or any other dimension. */
import { NativeSelect, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dataQuery } from '../api/stat.ts';
import { BREAK_DOWNS, shortName, spelled, valueName } from '../report/dimensions.ts';
import { goalMeasure } from '../report/metrics.ts';
import { OtherRevenue } from '../report/parts/other-revenue.tsx';
import { Cells } from '../report/parts/table.tsx';
import type { Column } from '../report/parts/table-shape.ts';
import type { Report } from '../report/use-report.ts';
import type { GoalRow } from './rows.ts';
import { ReportFailure } from '../report/filters/report-failure.tsx';

const SHOWN = 10;

interface Props {
  readonly row: GoalRow;
  readonly report: Report;
}

export function Breakdown({ row, report }: Props) {
  const { t } = useTranslation();
  const { goal } = row;
  const dimension = BREAK_DOWNS.find((id) => shortName(id) === report.search.by) ?? BREAK_DOWNS[0];
  const columns: Column[] = [
    goalMeasure(goal.id, 'reaches'),
    goalMeasure(goal.id, 'visits'),
    goalMeasure(goal.id, 'users'),
    goalMeasure(goal.id, 'conversionRate'),
    goalMeasure(goal.id, 'revenue'),
  ];
  const answer = useQuery(
    dataQuery({
      ...report.within,
      metrics: columns.map((column) => column.metric),
      dimensions: [spelled(dimension)],
      undefinedToo: true,
      limit: SHOWN,
      ...report.days,
    }),
  );
  const reached = answer.data?.data.filter((found) => (found.metrics[0] ?? 0) > 0);
  const most = reached?.[0]?.metrics[0] ?? 0;
  return (
    <div className="gp-breakdown">
      <NativeSelect
        size="xs"
        className="gp-breakdown-by"
        aria-label={t('report.by')}
        data={BREAK_DOWNS.map((id) => ({ value: shortName(id), label: t(`dimension.${id}`) }))}
        value={shortName(dimension)}
        onChange={(event) => report.change({ by: event.currentTarget.value })}
      />
      {answer.isError && (
        <ReportFailure report={report} error={answer.error} onRetry={() => void answer.refetch()} />
      )}
      {answer.isPending && <Skeleton height={120} />}
      {reached?.length === 0 && <p className="gp-dim">{t('conversions.noBreakdown')}</p>}
      {reached !== undefined && reached.length > 0 && (
        <table className={`gp-table gp-breakdown-table ${answer.isPlaceholderData ? 'gp-stale' : ''}`}>
          <caption className="gp-hidden-name">
            {goal.name}: {t('conversions.whereFrom')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t(`dimension.${dimension}`)}</th>
              {columns.map((column) => (
                <th key={column.metric} scope="col" title={t(column.help)}>
                  {t(column.label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reached.map((found, index) => (
              <tr key={`${found.dimensions[0]?.id ?? ''} ${found.dimensions[0]?.name ?? index}`}>
                <th scope="row">
                  <span className="gp-table-text">{valueName(t, dimension, found.dimensions[0])}</span>
                </th>
                <Cells columns={columns} values={found.metrics} currency={report.currency} most={most} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <OtherRevenue sums={answer.data?.other_revenue?.[columns.length - 1]} />
    </div>
  );
}
