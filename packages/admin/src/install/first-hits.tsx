/** Waits for the first hit and turns into what came, or into the reason why nothing did. */
import type { CollectionHealth } from '@goalpost/contract/collection';
import type { Counter } from '@goalpost/contract/management';
import { Alert, Button, Loader } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LiveHit } from '../api/live.ts';
import { HitList, lastDay, Refusals } from '../health/index.ts';
import { ButtonLink } from '../ui/links.tsx';
import { siteLink } from '../ui/site-link.ts';
import { useFreshGoals } from './use-fresh-goals.ts';

interface Props {
  readonly counter: Counter;
  /** Those of the last minutes, newest first, robots left out. */
  readonly hits: readonly LiveHit[];
  /** A hit that counts came, now or earlier. */
  readonly seen: boolean;
  readonly health: CollectionHealth | undefined;
}

export function FirstHits({ counter, hits, seen, health }: Props) {
  const { t } = useTranslation();
  const params = { counterId: String(counter.id) };
  const fresh = useFreshGoals(counter.id);
  if (seen) {
    return (
      <div aria-live="polite">
        <Alert color="teal" variant="light" title={t('install.seen')} mb="md">
          {t('install.seenText')}
        </Alert>
        {fresh.map((goal) => (
          <Alert key={goal.id} color="accent" variant="light" mb="md">
            {t('install.autoGoal', { name: goal.name })}
          </Alert>
        ))}
        {hits.length > 0 && <HitList hits={hits} />}
        <div className="gp-fields">
          <ButtonLink to="/counter/$counterId/overview" params={params}>
            {t('install.toReports')}
          </ButtonLink>
          <ButtonLink to="/counter/$counterId/conversions" params={params} variant="default">
            {t('install.toConversions')}
          </ButtonLink>
        </div>
      </div>
    );
  }
  const { refusals, robots } = health ? lastDay(health) : { refusals: [], robots: 0 };
  const stray = health?.stray ?? [];
  const wrong = refusals.length + stray.length > 0;
  const onlyRobots = !wrong && robots > 0;
  return (
    <div aria-live="polite">
      <p className="gp-waiting">
        <Loader size="xs" />
        <strong>{t('install.waiting')}</strong>
      </p>
      {!wrong && !onlyRobots && <p className="gp-dim">{t('install.waitingText')}</p>}
      {wrong && (
        <Alert color="orange" variant="light" title={t('install.refusedTitle')} mb="md">
          <Refusals refusals={refusals} stray={stray} />
        </Alert>
      )}
      {onlyRobots && (
        <Alert color="orange" variant="light" title={t('install.robotsOnly')} mb="md">
          {t('install.robotsText')}
        </Alert>
      )}
      <Button
        component="a"
        href={siteLink(counter.site2.site)}
        target="_blank"
        rel="noopener"
        variant="default"
        rightSection={<IconExternalLink size={16} stroke={1.6} />}
      >
        {t('install.openSite', { site: counter.site2.site })}
      </Button>
    </div>
  );
}
