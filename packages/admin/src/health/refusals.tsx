/** Refused hits by reason, in words, with what to do about each. */
import type { CollectionHealth } from '@goalpost/contract/collection';
import { shownHost } from '@goalpost/contract/addresses';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';
import type { RefusalCount } from './summary.ts';
import { useRefusal } from './words.ts';
import './refusals.css';

interface Props {
  readonly refusals: readonly RefusalCount[];
  /** Hits of this site's own pages that name a number which does not exist. */
  readonly stray: CollectionHealth['stray'];
}

export function Refusals({ refusals, stray }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useRefusal();
  const strayRows = stray.map(({ counter, host, count }) => ({
    key: `stray ${counter} ${host}`,
    why: t('health.stray', { number: counter, host: shownHost(host) }),
    todo: words('unknown_counter').todo,
    host: '',
    count,
  }));
  const rows = refusals.map(({ reason, host, count }) => ({ key: reason, ...words(reason), host, count }));
  return (
    <ul className="gp-refusals" aria-label={t('health.reasons')}>
      {[...strayRows, ...rows].map(({ key, why, todo, host, count }) => (
        <li key={key}>
          <strong>{why}</strong>
          <span className="gp-number gp-refusal-count">{format.number(count)}</span>
          <span className="gp-dim">
            {todo} {host !== '' && t('health.host', { host: shownHost(host) })}
          </span>
        </li>
      ))}
    </ul>
  );
}
