/** A report by values: its chart, and a tree of rows that open by the next level. */
import type { DataResponse } from '@goalpost/contract/reports';
import { levelsOf, type Report as Entry } from '@goalpost/contract/reports/catalogue';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { dataQuery } from '../../api/stat.ts';
import { withWords } from '../../i18n/i18n.ts';
import { useFormat } from '../../ui/format.ts';
import { lazyPart } from '../../ui/loading/lazy-part.ts';
import { spelled } from '../dimensions.ts';
import type { Measure } from '../metrics.ts';
import { ChangeCell } from '../parts/change-cell.tsx';
import { MetricHelp } from '../parts/metric-help.tsx';
import { ReportTable } from '../parts/table.tsx';
import type { Column, Sort } from '../parts/table-shape.ts';
import type { Report } from '../use-report.ts';
import { ChartBones } from './report-skeleton.tsx';
import { TreeRows } from './tree-rows.tsx';
import { BarsChart, LinesChart } from './values-chart.tsx';

/** With the outlines of countries, which no other report needs. */
const CountryChart = lazyPart(
  withWords(['map'], () => import('../map/country-chart.tsx')),
  'CountryChart',
);

interface Props {
  readonly entry: Entry;
  readonly report: Report;
  readonly title: string;
  readonly dimension: DimensionId;
  readonly columns: readonly Column[];
  /** The first column. */
  readonly measure: Measure;
  readonly answer: DataResponse;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  /** Visits that have no value of the dimension. */
  readonly leftOut: number;
  readonly stale: boolean;
}

export function ValuesReport(props: Props) {
  const { entry, report, title, dimension, columns, measure, answer, sort, onSort, leftOut, stale } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { within, before, days, currency } = report;
  const past = useQuery({
    ...dataQuery({
      ...within,
      metrics: [measure.metric],
      dimensions: [spelled(dimension, report.scope)],
      limit: 1,
      ...(before ?? days),
    }),
    enabled: before !== null,
  });
  const name = t(`dimension.${dimension}`);
  const change = before && (
    <ChangeCell report={report} measure={measure} now={answer.totals[0]} before={past.data?.totals[0]} />
  );
  return (
    <>
      {entry.chart === 'lines' && dimension === 'regionCountry' && (
        <Suspense fallback={<ChartBones />}>
          <CountryChart report={report} measure={measure} />
        </Suspense>
      )}
      {entry.chart === 'lines' && dimension !== 'regionCountry' && (
        <LinesChart
          report={report}
          dimension={dimension}
          measure={measure}
          first={sort.metric === measure.metric && sort.down ? answer.data : []}
        />
      )}
      {entry.chart === 'bars' && (
        <BarsChart report={report} dimension={dimension} measure={measure} answer={answer} stale={stale} />
      )}
      <ReportTable
        label={title}
        columns={columns}
        currency={currency}
        first={name}
        firstHelp={t(`dimensionHelp.${dimension}`)}
        totals={answer.totals}
        others={answer.other_revenue}
        otherCosts={answer.other_costs}
        {...(change ? { totalsChange: change } : {})}
        sort={sort}
        onSort={onSort}
        stale={stale}
      >
        <TreeRows
          report={report}
          columns={columns}
          sort={sort}
          levels={levelsOf(entry)}
          dimension={dimension}
        />
      </ReportTable>
      {leftOut > 0 && (
        <p className="gp-dim gp-left-out">
          {t('report.leftOut', { count: leftOut, n: format.number(leftOut), name })}
        </p>
      )}
      <MetricHelp measures={columns} />
    </>
  );
}
