/** The goals reached most, with their conversion rates. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { dataQuery } from '../api/stat.ts';
import { ANY_RATE, CONVERSIONS } from '../report/metrics.ts';
import { carried } from '../report/state/search.ts';
import { refreshEvery, type Report } from '../report/use-report.ts';
import { useFormat } from '../ui/format.ts';
import { AnchorLink } from '../ui/links.tsx';
import { BarList } from './bar-list.tsx';

const SHOWN = 6;

export function TopGoals({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const format = useFormat();
  const heading = useId();
  const answer = useQuery({
    ...dataQuery({
      ...report.within,
      metrics: [CONVERSIONS.metric, ANY_RATE.metric],
      dimensions: ['ym:s:goal'],
      limit: SHOWN,
      ...report.days,
    }),
    refetchInterval: refreshEvery(report),
  });
  const rows = answer.data?.data.map((row) => ({
    name: row.dimensions[0]?.name ?? '',
    value: row.metrics[0] ?? 0,
    note: format.percent(row.metrics[1]),
  }));
  return (
    <section className="gp-panel gp-top-box" aria-labelledby={heading}>
      <div className="gp-top-head">
        <h2 id={heading}>{t('overview.topGoals')}</h2>
        <AnchorLink
          to="/counter/$counterId/conversions"
          params={{ counterId: String(report.counterId) }}
          search={carried}
        >
          {t('overview.toGoals')}
        </AnchorLink>
      </div>
      {rows === undefined && <Skeleton height={200} />}
      {rows?.length === 0 && <p className="gp-dim">{t('overview.noGoals')}</p>}
      {rows !== undefined && rows.length > 0 && <BarList rows={rows} write={format.short} />}
    </section>
  );
}
