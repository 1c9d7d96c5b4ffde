/** The hits that came last, newest first. */
import { shownAddress } from '@goalpost/contract/addresses';
import { useTranslation } from 'react-i18next';
import type { LiveHit } from '../api/live.ts';
import { useCounterId } from '../counter/counter-scope.tsx';
import { useHitKind } from './words.ts';
import './hit-list.css';
import { useFormat } from '../ui/format.ts';
import { AnchorLink } from '../ui/links.tsx';

const SHOWN = 8;

export function HitList({ hits }: { readonly hits: readonly LiveHit[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const kindName = useHitKind();
  const counterId = useCounterId();
  return (
    <ul className="gp-hits" aria-label={t('install.latest')}>
      {hits.slice(0, SHOWN).map((hit, index) => (
        <li key={`${hit.at} ${hits.length - index}`}>
          <span className="gp-number gp-dim">{format.time(hit.at)}</span>
          <strong>{kindName(hit.kind)}</strong>
          <span className="gp-hit-what">
            {hit.identifier === '' ? shownAddress(hit.url) : hit.identifier}
          </span>
          {hit.visitor !== '' && (
            <AnchorLink
              className="gp-hit-who"
              to="/counter/$counterId/visitors/$visitor"
              params={{ counterId: String(counterId ?? 0), visitor: hit.visitor }}
              aria-label={`${t('visits.visitor')} ${hit.visitor.slice(-4)}`}
            >
              {t('visits.visitor')} {hit.visitor.slice(-4)}
            </AnchorLink>
          )}
        </li>
      ))}
    </ul>
  );
}
