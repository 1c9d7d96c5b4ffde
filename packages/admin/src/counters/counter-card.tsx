/** One site in the list: name, address, the last seven days. */
import type { Counter } from '@goalpost/contract/management';
import { may } from '@goalpost/contract/management/roles';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { bytimeQuery, dataQuery } from '../api/stat.ts';
import { LiveDot } from '../ui/live-dot.tsx';
import { CONVERSIONS, VISITS } from '../report/metrics.ts';
import { daysOf, todayIn } from '../report/state/period.ts';
import { Spark } from '../report/chart/spark.tsx';
import { useFormat } from '../ui/format.ts';

const METRICS = [VISITS.metric, CONVERSIONS.metric];

export function CounterCard({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const reads = may(counter.permission, 'view');
  return (
    <Link to="/counter/$counterId" params={{ counterId: String(counter.id) }} className="gp-panel gp-card">
      <span className="gp-card-head">
        <strong>{counter.name}</strong>
        {reads && <LiveDot counterId={counter.id} />}
      </span>
      <span className="gp-dim gp-card-site">
        {counter.site2.site} · {t('counters.number', { id: String(counter.id) })}
      </span>
      {may(counter.permission, 'report') ? (
        <LastSevenDays counter={counter} />
      ) : (
        <span className="gp-dim">{t('people.chat')}</span>
      )}
    </Link>
  );
}

function LastSevenDays({ counter }: { readonly counter: Counter }) {
  const { t } = useTranslation();
  const format = useFormat();
  const days = daysOf('7d', todayIn(counter.time_zone_name));
  const totals = useQuery(dataQuery({ counterId: counter.id, metrics: METRICS, ...days })).data?.totals;
  const trend = useQuery(
    bytimeQuery({ counterId: counter.id, metrics: [VISITS.metric], group: 'day', ...days }),
  ).data?.totals[0];
  return (
    <span className="gp-card-numbers">
      <span>
        <b className="gp-number">{format.short(totals?.[0])}</b>
        <span className="gp-dim">{t('counters.visits7')}</span>
      </span>
      <span>
        <b className="gp-number">{format.short(totals?.[1])}</b>
        <span className="gp-dim">{t('counters.conversions7')}</span>
      </span>
      <Spark values={trend ?? []} width={88} height={32} />
    </span>
  );
}
