/** Above all on Conversions, while the chat is on: from visitors to revenue, each step with its share. */
import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { funnelQuery } from '../chat/api/funnel.ts';
import { chatSettingsQuery } from '../chat/api/settings.ts';
import { refreshEvery, type Report } from '../report/use-report.ts';
import { Failure } from '../ui/failure.tsx';
import { funnelSteps, STEPS } from './funnel-steps.ts';
import { FunnelStepLink } from './funnel-step-link.tsx';
import './funnel-strip.css';

export function FunnelStrip({ report }: { readonly report: Report }) {
  const settings = useQuery(chatSettingsQuery(report.counterId));
  // Its place is kept while it is not known whether the chat is on.
  if (settings.isPending) return <Waiting />;
  return settings.data?.enabled === true ? <Strip report={report} /> : null;
}

function Waiting() {
  return (
    <div className="gp-panel gp-funnel" aria-hidden="true">
      {STEPS.map((name) => (
        <div key={name} className="gp-funnel-step">
          <Skeleton height="100%" />
        </div>
      ))}
    </div>
  );
}

function Strip({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const { counterId, days, before } = report;
  const now = useQuery({ ...funnelQuery(counterId, days), refetchInterval: refreshEvery(report) });
  const compared = useQuery({ ...funnelQuery(counterId, before ?? days), enabled: before !== null });
  if (now.data === undefined) {
    return now.isError ? <Failure error={now.error} onRetry={() => void now.refetch()} /> : <Waiting />;
  }
  const steps = funnelSteps(now.data, before === null ? undefined : compared.data);
  return (
    <ol
      className={`gp-panel gp-funnel ${now.isPlaceholderData ? 'gp-stale' : ''}`}
      aria-label={t('funnel.title')}
    >
      {steps.map((step) => (
        <li key={step.name} className="gp-funnel-step">
          <FunnelStepLink step={step} report={report} goalIds={now.data.goal_ids} />
        </li>
      ))}
    </ol>
  );
}
