/** Where the visitors who reached a goal came from, or any other dimension. */
import { NativeSelect, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { dataQuery } from '../api/stat.ts';
import { DIMENSIONS, dimensionOf, valueName } from '../report/dimensions.ts';
import { goalMeasure } from '../report/metrics.ts';
import { Cells, type Column } from '../report/parts/table.tsx';
import type { Report } from '../report/use-report.ts';
import { Failure } from '../ui/failure.tsx';
import { useFormat } from '../ui/format.ts';
import type { GoalRow } from './rows.ts';

const SHOWN = 10;

interface Props {
  readonly row: GoalRow;
  readonly report: Report;
}

export function Breakdown({ row, report }: Props) {
  const { t, i18n } = useTranslation();
  const { goal } = row;
  const dimension = dimensionOf(report.search.by);
  const columns: Column[] = [
    goalMeasure(goal.id, 'reaches'),
    { ...goalMeasure(goal.id, 'visits'), wide: true },
    { ...goalMeasure(goal.id, 'users'), wide: true },
    goalMeasure(goal.id, 'conversionRate'),
    { ...goalMeasure(goal.id, 'revenue'), wide: true },
  ];
  const answer = useQuery(
    dataQuery({
      counterId: report.counterId,
      metrics: columns.map((column) => column.metric),
      dimensions: [dimension.name],
      undefinedToo: true,
      limit: SHOWN,
      ...report.days,
    }),
  );
  const reached = answer.data?.data.filter((found) => (found.metrics[0] ?? 0) > 0);
  const most = reached?.[0]?.metrics[0] ?? 0;
  return (
    <div className="gp-breakdown">
      <Numbers row={row} currency={report.currency} />
      <NativeSelect
        size="xs"
        className="gp-breakdown-by"
        aria-label={t('report.by')}
        data={DIMENSIONS.map(({ id }) => ({ value: id, label: t(`dimension.${id}`) }))}
        value={dimension.id}
        onChange={(event) => report.change({ by: event.currentTarget.value })}
      />
      {answer.isError && <Failure error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <Skeleton height={120} />}
      {reached?.length === 0 && <p className="gp-dim">{t('conversions.noBreakdown')}</p>}
      {reached !== undefined && reached.length > 0 && (
        <table className={`gp-table gp-breakdown-table ${answer.isPlaceholderData ? 'gp-stale' : ''}`}>
          <caption className="gp-hidden-name">
            {goal.name}: {t('conversions.whereFrom')}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t(`dimension.${dimension.id}`)}</th>
              {columns.map((column) => (
                <th key={column.metric} scope="col" data-wide={column.wide === true}>
                  {t(column.label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reached.map((found, index) => (
              <tr key={`${found.dimensions[0]?.id ?? ''} ${found.dimensions[0]?.name ?? index}`}>
                <th scope="row">
                  <span className="gp-table-text">
                    {valueName(t, i18n.language, dimension, found.dimensions[0])}
                  </span>
                </th>
                <Cells columns={columns} values={found.metrics} currency={report.currency} most={most} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** What a narrow screen leaves out of the row. */
function Numbers({ row, currency }: { readonly row: GoalRow; readonly currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const shown = [
    { label: t('metric.convertedVisits'), value: format.number(row.visits) },
    { label: t('metric.convertedUsers'), value: format.number(row.users) },
    { label: t('metric.userConversionRate'), value: format.percent(row.userRate) },
    { label: t('metric.revenue'), value: row.revenue === 0 ? '—' : format.money(row.revenue, currency) },
  ];
  return (
    <dl className="gp-breakdown-numbers">
      {shown.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="gp-number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
