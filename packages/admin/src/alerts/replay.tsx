/** What the alert of a form would have told in the days before. */
import type { Goal } from '@goalpost/contract/goals';
import { REPLAY_DAYS, type AlertInput } from '@goalpost/contract/notices';
import { Loader } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { replayQuery } from '../api/notices/alerts.ts';
import { Failure } from '../ui/failure.tsx';
import { useFormat } from '../ui/format.ts';
import { HappeningList } from './happenings.tsx';

interface Props {
  readonly counterId: number;
  readonly alert: AlertInput;
  readonly goals: readonly Goal[];
}

export function Replay({ counterId, alert, goals }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, goal_id, minutes } = alert;
  const replay = useQuery(replayQuery(counterId, { kind, goal_id, minutes, days: REPLAY_DAYS }));
  if (replay.isError) return <Failure error={replay.error} onRetry={() => void replay.refetch()} />;
  if (replay.data === undefined) return <Loader size="sm" aria-label={t('alerts.looking')} />;
  const { happenings, watched_from: from } = replay.data;
  return (
    <div className="gp-replay" role="status">
      <strong>{t('alerts.would', { count: happenings.length })}</strong>
      <p className="gp-dim gp-small">
        {from === null ? t('alerts.tooYoung') : t('alerts.watched', { day: format.day(from) })}
      </p>
      <HappeningList happenings={happenings} goals={goals} />
    </div>
  );
}
