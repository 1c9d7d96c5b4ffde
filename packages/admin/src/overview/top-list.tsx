/** The largest values of one dimension by visits. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { dataQuery } from '../api/stat.ts';
import { dimensionOf, valueName, type Dimension } from '../report/dimensions.ts';
import { VISITS } from '../report/metrics.ts';
import { carried } from '../report/state/search.ts';
import { refreshEvery, type Report } from '../report/use-report.ts';
import { useFormat } from '../ui/format.ts';
import { AnchorLink } from '../ui/links.tsx';
import { BarList } from './bar-list.tsx';

const SHOWN = 6;

interface Props {
  readonly report: Report;
  readonly dimension: Dimension['id'];
  readonly title: string;
  /** With a link to the whole report. */
  readonly more?: boolean;
}

export function TopList({ report, dimension: id, title, more = false }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const heading = useId();
  const dimension = dimensionOf(id);
  const answer = useQuery({
    ...dataQuery({
      counterId: report.counterId,
      metrics: [VISITS.metric],
      dimensions: [dimension.name],
      limit: SHOWN,
      undefinedToo: true,
      ...report.days,
    }),
    refetchInterval: refreshEvery(report),
  });
  const rows = answer.data?.data.map((row) => ({
    name: valueName(t, i18n.language, dimension, row.dimensions[0]),
    value: row.metrics[0] ?? 0,
  }));
  return (
    <section className="gp-panel gp-top-box" aria-labelledby={heading}>
      <div className="gp-top-head">
        <h2 id={heading}>{title}</h2>
        {more ? (
          <AnchorLink
            to="/counter/$counterId/sources"
            params={{ counterId: String(report.counterId) }}
            search={carried}
          >
            {t('overview.toSources')}
          </AnchorLink>
        ) : (
          <span className="gp-dim">{t('metric.visits')}</span>
        )}
      </div>
      {rows === undefined ? <Skeleton height={200} /> : <BarList rows={rows} write={format.short} />}
    </section>
  );
}
