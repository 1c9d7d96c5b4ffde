/** Collection health: what came from the pages, what became of it, and what to do about refusals. */
import { IconCircleCheck, IconCode } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { healthQuery, liveQuery } from '../api/live.ts';
import { useCounter } from '../counter/counter-scope.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { useFormat } from '../ui/format.ts';
import { ButtonLink } from '../ui/links.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { Section } from '../ui/section.tsx';
import { HitList } from './hit-list.tsx';
import { Oddities } from './oddities.tsx';
import { RateTrouble } from './rate-trouble.tsx';
import { Refusals } from './refusals.tsx';
import { ServerState } from './server-state.tsx';
import { Uncounted } from './uncounted.tsx';
import { lastDay } from './summary.ts';
import './health.css';

const REFRESH_MS = 5_000;

export function HealthPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const counter = useCounter();
  const health = useQuery({ ...healthQuery(counter.id), refetchInterval: REFRESH_MS });
  const live = useQuery({ ...liveQuery(counter.id), refetchInterval: REFRESH_MS });
  if (health.isPending) return <PageSkeleton />;
  if (health.isError && !health.data)
    return <Failure error={health.error} onRetry={() => void health.refetch()} />;
  const { last_hit_at: lastHitAt, stray, server } = health.data;
  const { stored, duplicates, robots, refused, refusals, oddities } = lastDay(health.data);
  const lately = (at: number): string =>
    health.data.now - at < 86_400_000 ? format.time(at) : format.moment(at);
  const nothing = stored + refused + stray.length === 0;
  const facts = [
    { name: t('health.stored'), value: format.number(stored), text: '' },
    { name: t('health.duplicates'), value: format.number(duplicates), text: t('health.duplicatesText') },
    { name: t('health.robots'), value: format.number(robots), text: t('health.robotsText') },
    { name: t('health.refused'), value: format.number(refused), text: '', bad: refused > 0 },
    {
      name: t('health.lastHit'),
      value: lastHitAt === null ? t('health.never') : lately(lastHitAt),
      text: '',
    },
  ];
  return (
    <>
      <PageHead title={t('health.title')} />
      <p className="gp-dim gp-health-text">{t('health.text')}</p>
      <ServerState server={server} />
      <RateTrouble counter={counter} />
      <dl className="gp-facts">
        {facts.map(({ name, value, text, bad }) => (
          <div key={name} className="gp-panel">
            <dt>{name}</dt>
            <dd className="gp-number" data-bad={bad === true}>
              {value}
            </dd>
            {text !== '' && <dd className="gp-dim gp-fact-text">{text}</dd>}
          </div>
        ))}
      </dl>
      {nothing && lastHitAt === null ? (
        <Empty icon={<IconCode />} title={t('health.noHits')} text={t('install.waitingText')}>
          <ButtonLink to="/counter/$counterId/install" params={{ counterId: String(counter.id) }}>
            {t('health.toInstall')}
          </ButtonLink>
        </Empty>
      ) : (
        <>
          <Section title={t('health.reasons')}>
            {refused + stray.length === 0 ? (
              <p className="gp-well">
                <IconCircleCheck size={20} stroke={1.6} aria-hidden="true" /> {t('health.allWell')}
              </p>
            ) : (
              <Refusals refusals={refusals} stray={stray} />
            )}
          </Section>
          <Uncounted counterId={counter.id} />
          {oddities.length > 0 && (
            <Section title={t('health.oddities')}>
              <Oddities oddities={oddities} />
            </Section>
          )}
          <Section title={t('health.latest')}>
            {live.data?.hits.length === 0 ? (
              <p className="gp-dim">{t('health.latestNone')}</p>
            ) : (
              <HitList hits={live.data?.hits ?? []} />
            )}
          </Section>
        </>
      )}
    </>
  );
}
