/** The largest values of one dimension by visits. */
import { Skeleton } from '@mantine/core';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { dataQuery } from '../api/stat.ts';
import { spelled, valueName } from '../report/dimensions.ts';
import { VISITS } from '../report/metrics.ts';
import { carried } from '../report/state/search.ts';
import { refreshEvery, type Report } from '../report/use-report.ts';
import { useFormat } from '../ui/format.ts';
import { AnchorLink } from '../ui/links.tsx';
import { BarList } from './bar-list.tsx';

const SHOWN = 6;

interface Props {
  readonly report: Report;
  readonly dimension: DimensionId;
  readonly title: string;
  /** The report that has them all. */
  readonly whole: string;
}

export function TopList({ report, dimension, title, whole }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const heading = useId();
  const answer = useQuery({
    ...dataQuery({
      ...report.within,
      metrics: [VISITS.metric],
      dimensions: [spelled(dimension)],
      limit: SHOWN,
      undefinedToo: true,
      ...report.days,
    }),
    refetchInterval: refreshEvery(report),
  });
  const rows = answer.data?.data.map((row) => ({
    name: valueName(t, dimension, row.dimensions[0]),
    value: row.metrics[0] ?? 0,
  }));
  return (
    <section className="gp-panel gp-top-box" aria-labelledby={heading}>
      <div className="gp-top-head">
        <h2 id={heading}>{title}</h2>
        <AnchorLink
          to="/counter/$counterId/report/$report"
          params={{ counterId: String(report.counterId), report: whole }}
          search={carried}
          aria-label={`${title}: ${t('overview.whole')}`}
        >
          {t('overview.whole')}
        </AnchorLink>
      </div>
      {rows === undefined ? <Skeleton height={200} /> : <BarList rows={rows} write={format.short} />}
    </section>
  );
}
