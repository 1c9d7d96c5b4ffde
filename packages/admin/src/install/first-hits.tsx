/** Waits for the first hit and turns into what came, or into the reason why nothing did. */
import type { Counter } from '@goalpost/contract';
import { Alert, Button, Loader } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { goalsQuery } from '../api/goals.ts';
import { healthQuery, type Live } from '../api/live.ts';
import { HitList, useRefusal } from '../health/index.ts';
import { ButtonLink } from '../ui/links.tsx';

interface Props {
  readonly counter: Counter;
  readonly live: Live | undefined;
}

export function FirstHits({ counter, live }: Props) {
  const { t } = useTranslation();
  const params = { counterId: String(counter.id) };
  const health = useQuery({ ...healthQuery(counter.id), refetchInterval: 3_000 }).data;
  const goals = useQuery({ ...goalsQuery(counter.id), refetchInterval: 2_000 }).data ?? [];
  const refusal = useRefusal();
  const hits = live?.hits ?? [];
  if (hits.length > 0) {
    return (
      <div aria-live="polite">
        <Alert color="teal" variant="light" title={t('install.seen')} mb="md">
          {t('install.seenText')}
        </Alert>
        {goals
          .filter((goal) => goal.goal_source === 'auto')
          .map((goal) => (
            <Alert key={goal.id} color="accent" variant="light" mb="md">
              {t('install.autoGoal', { name: goal.name })}
            </Alert>
          ))}
        <HitList hits={hits} />
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
  const refused = Object.entries(health?.refused ?? {}).filter(([, count]) => count > 0);
  const onlyRobots = refused.length === 0 && (health?.robots ?? 0) > 0;
  return (
    <div aria-live="polite">
      <p className="gp-waiting">
        <Loader size="xs" />
        <strong>{t('install.waiting')}</strong>
      </p>
      {refused.length === 0 && !onlyRobots && <p className="gp-dim">{t('install.waitingText')}</p>}
      {refused.length > 0 && (
        <Alert color="orange" variant="light" title={t('install.refusedTitle')} mb="md">
          {refused.map(([reason]) => (
            <p key={reason}>
              <strong>{refusal(reason).why}.</strong> {refusal(reason).todo}
            </p>
          ))}
        </Alert>
      )}
      {onlyRobots && (
        <Alert color="orange" variant="light" title={t('install.robotsOnly')} mb="md">
          {t('install.robotsText')}
        </Alert>
      )}
      <Button
        component="a"
        href={`https://${counter.site2.site}`}
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
