/** A report with two sides: both in one chart, and each row with the numbers of both [M123]. */
import { levelsOf, type Report as Entry } from '@goalpost/contract/reports/catalogue';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { comparisonQuery } from '../../api/stat.ts';
import { Empty } from '../../ui/empty.tsx';
import { PageSkeleton } from '../../ui/page-skeleton.tsx';
import { ReportFailure } from '../filters/report-failure.tsx';
import type { Measure } from '../metrics.ts';
import type { Column, Sort } from '../parts/table-shape.ts';
import type { Sides } from '../state/sides.ts';
import { refreshEvery, type Report } from '../use-report.ts';
import { sidesQuestion, visitsPlace } from './question.ts';
import { SidesBar } from './sides-bar.tsx';
import { SidesChart } from './sides-chart.tsx';
import { SidesRows } from './sides-rows.tsx';
import { SidesTable } from './sides-table.tsx';
import { SidesTime } from './sides-time.tsx';

interface Props {
  readonly entry: Entry;
  readonly report: Report;
  readonly sides: Sides;
  readonly title: string;
  readonly dimension: DimensionId;
  readonly columns: readonly Column[];
  readonly measure: Measure;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

export function SidesPage(props: Props) {
  return (
    <>
      <SidesBar report={props.report} />
      <SidesReport {...props} />
    </>
  );
}

function SidesReport(props: Props) {
  const { entry, report, sides, title, dimension, columns, measure, sort, onSort } = props;
  const { t } = useTranslation();
  const overTime = dimension === 'datePeriod<group>';
  const asked = { report, sides, columns };
  const totals = useQuery({
    ...comparisonQuery(sidesQuestion({ ...asked, limit: 1 })),
    refetchInterval: refreshEvery(report),
  });
  if (totals.isError && !totals.data)
    return <ReportFailure report={report} error={totals.error} onRetry={() => void totals.refetch()} />;
  if (totals.data === undefined) return <PageSkeleton />;
  const { a, b } = totals.data.totals;
  const visits = visitsPlace(columns);
  if (!a[visits] && !b[visits])
    return <Empty icon={<IconFilterOff />} title={t('sides.empty')} text={t('sides.emptyText')} />;
  return (
    <>
      <SidesChart report={report} sides={sides} measure={measure} />
      <SidesTable
        label={title}
        columns={columns}
        first={t(`dimension.${dimension}`)}
        firstHelp={t(`dimensionHelp.${dimension}`)}
        currency={report.currency}
        totals={{ a, b }}
        sort={overTime ? undefined : sort}
        onSort={onSort}
        stale={totals.isPlaceholderData}
      >
        {overTime ? (
          <SidesTime {...asked} />
        ) : (
          <SidesRows {...asked} sort={sort} levels={levelsOf(entry)} dimension={dimension} />
        )}
      </SidesTable>
    </>
  );
}
