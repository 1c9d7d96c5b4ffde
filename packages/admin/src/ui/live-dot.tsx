/** How many visitors are on the site now. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { liveQuery } from '../api/live.ts';
import { useFormat } from './format.ts';

const EVERY_MS = 10_000;

export function LiveDot({ counterId }: { readonly counterId: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const live = useQuery({ ...liveQuery(counterId), refetchInterval: EVERY_MS });
  // Its place is kept: on a phone it would push the name of the site.
  if (live.data === undefined)
    return <span className="gp-live gp-live-wait">{t('counter.live', { n: '0' })}</span>;
  const { visitors_now: visitorsNow } = live.data;
  return (
    <span
      className="gp-live"
      data-on={visitorsNow > 0}
      title={t('counter.liveLabel', { count: visitorsNow })}
    >
      <span className="gp-live-dot" aria-hidden="true" />
      <span className="gp-number">{t('counter.live', { n: format.number(visitorsNow) })}</span>
    </span>
  );
}
