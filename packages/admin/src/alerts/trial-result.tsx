/** What came of a trial of a schedule, at each of its channels. */
import type { Channel } from '@goalpost/contract/notices';
import { useTranslation } from 'react-i18next';
import type { useScheduleTrial } from '../api/notices/schedules.ts';

interface Props {
  readonly trial: ReturnType<typeof useScheduleTrial>;
  readonly channels: readonly Channel[];
}

export function TrialResult({ trial, channels }: Props) {
  const { t } = useTranslation();
  if (trial.isError) {
    return (
      <span className="gp-alert-dead gp-small gp-block" role="alert">
        {t('schedules.trialFault', { message: trial.error.message })}
      </span>
    );
  }
  if (trial.data === undefined) return null;
  return (
    <span className="gp-small gp-block" role="status">
      {trial.data.length === 0 && t('schedules.trialNowhere')}
      {trial.data.map(({ id, sent, answer }) => {
        const channel = channels.find((one) => one.id === id);
        const name = channel?.name || channel?.target || '';
        return (
          <span key={id} className={sent ? 'gp-block' : 'gp-block gp-alert-dead'}>
            {sent ? t('schedules.trialSent', { name }) : t('schedules.trialNot', { name, answer })}
          </span>
        );
      })}
    </span>
  );
}
