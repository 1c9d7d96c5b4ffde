/** The screen "Now": who is on the site this second, where, from where, and what they reach [M128]. */
import { IconActivity } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { goalsQuery } from '../../api/goals.ts';
import { liveQuery } from '../../api/live.ts';
import { useCounter } from '../../counter/counter-scope.tsx';
import { valueName } from '../../report/dimensions.ts';
import { Empty } from '../../ui/empty.tsx';
import { useFormat } from '../../ui/format.ts';
import { AnchorLink, ButtonLink } from '../../ui/links.tsx';
import { PageHead } from '../../ui/page-head.tsx';
import { PageWait } from '../../ui/loading/page-wait.tsx';
import { SiteClock } from '../site-clock.tsx';
import { pageName } from './page-name.ts';
import { VisitorsChart } from './visitors-chart.tsx';
import { countedBy, EMPTY, withAnswer, type Counted, type LiveHit } from './window.ts';
import './now.css';

const EVERY_MS = 1_000;
const SHOWN = 8;

export function NowPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, site } = useCounter();
  const live = useQuery({ ...liveQuery(id), refetchInterval: EVERY_MS });
  const [seen, setSeen] = useState(EMPTY);
  const { data } = live;
  useEffect(() => {
    if (data !== undefined) setSeen((before) => withAnswer(before, data));
  }, [data]);
  if (data === undefined)
    return <PageWait title={t('now.title')} error={live.error} onRetry={() => void live.refetch()} />;
  const { hits } = seen;
  const pages = countedBy(hits, ({ url }) => pageName(url, site));
  const sources = countedBy(hits, ({ source }) => source).map(({ name, visitors }) => ({
    name: valueName(t, '<attribution>TrafficSource', { id: name, name }),
    visitors,
  }));
  return (
    <>
      <PageHead title={t('now.title')} />
      <section className="gp-panel gp-now-head" aria-label={t('now.visitors')}>
        <p>
          <b className="gp-number">{format.number(data.visitors_now)}</b>
          <span>{t('now.onSite', { count: data.visitors_now })}</span>
        </p>
        <VisitorsChart values={seen.visitors} />
      </section>
      {seen.missed && <p className="gp-dim">{t('now.missed')}</p>}
      {hits.length === 0 && data.visitors_now === 0 ? (
        <Empty icon={<IconActivity />} title={t('now.nobody')} text={t('now.nobodyText')}>
          <ButtonLink to="/counter/$counterId/health" params={{ counterId: String(id) }}>
            {t('nav.health')}
          </ButtonLink>
        </Empty>
      ) : (
        <div className="gp-now">
          <List title={t('now.pages')} rows={pages} />
          <List title={t('now.sources')} rows={sources} />
          <Happened
            title={t('now.goals')}
            counterId={id}
            hits={hits.filter(({ goals }) => goals.length > 0)}
          />
        </div>
      )}
    </>
  );
}

function Box({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useId();
  return (
    <section className="gp-panel gp-now-box" aria-labelledby={heading}>
      <h2 id={heading}>{title}</h2>
      {children}
    </section>
  );
}

function List({ title, rows }: { readonly title: string; readonly rows: readonly Counted[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const most = Math.max(...rows.map(({ visitors }) => visitors), 1);
  return (
    <Box title={title}>
      {rows.length === 0 && <p className="gp-dim">{t('now.nothing')}</p>}
      <ol>
        {rows.slice(0, SHOWN).map(({ name, visitors }) => (
          <li key={name}>
            <i style={{ width: `${(visitors / most) * 100}%` }} aria-hidden="true" />
            <span className="gp-now-name" title={name}>
              {name}
            </span>
            <span className="gp-number">{format.number(visitors)}</span>
          </li>
        ))}
      </ol>
    </Box>
  );
}

interface HappenedProps {
  readonly title: string;
  readonly counterId: number;
  readonly hits: readonly LiveHit[];
}

function Happened({ title, counterId, hits }: HappenedProps) {
  const { t } = useTranslation();
  const format = useFormat(useCounter().time_zone_name);
  const goals = useQuery(goalsQuery(counterId)).data ?? [];
  const nameOf = (id: number): string => goals.find((goal) => goal.id === id)?.name ?? String(id);
  return (
    <Box title={title}>
      {hits.length === 0 && <p className="gp-dim">{t('now.noGoals')}</p>}
      <p className="gp-dim">
        <SiteClock />
      </p>
      <ol>
        {hits.slice(0, SHOWN).map((hit) => (
          <li key={`${hit.at} ${hit.visitor} ${hit.goals.join()}`}>
            <span className="gp-number gp-dim">{format.time(hit.at)}</span>
            <span className="gp-now-goals">{hit.goals.map(nameOf).join(', ')}</span>
            {hit.visitor !== '' && (
              <AnchorLink
                to="/counter/$counterId/visitors/$visitor"
                params={{ counterId: String(counterId), visitor: hit.visitor }}
              >
                {t('visits.visitor')} {hit.visitor.slice(-4)}
              </AnchorLink>
            )}
          </li>
        ))}
      </ol>
    </Box>
  );
}
