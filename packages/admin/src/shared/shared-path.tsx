/** The funnel, retention or journeys of a shared link: its days and its picture, without people. */
import type { SharedReport } from '@goalpost/contract/management';
import { IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { sharedPathQuery } from '../api/sharing/shares.ts';
import { FunnelBars } from '../funnels/funnel-chart.tsx';
import { FlowChart } from '../funnels/journeys/flow-chart.tsx';
import { flowOf } from '../funnels/journeys/flow.ts';
import { CohortGrid } from '../funnels/retention/cohort-grid.tsx';
import { lastWhole } from '../funnels/retention/running.ts';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { SharedHead } from './shared-head.tsx';
import { lately, SharedDays, type SharedPeriod } from './shared-days.tsx';
import '../funnels/funnels.css';
import '../report/parts/table.css';

interface Props {
  readonly token: string;
  readonly shown: SharedReport;
  readonly path: NonNullable<SharedReport['path']>;
}

export function SharedPath({ token, shown, path }: Props) {
  const { t } = useTranslation();
  const [days, setDays] = useState(shown.period ?? lately(shown.today));
  const { labels, kind } = path;
  const [first = '', back = first] = labels;
  const answer = useQuery(
    sharedPathQuery({
      token,
      ...(shown.key === '' ? {} : { key: shown.key }),
      ...(shown.period === null ? days : {}),
    }),
  );
  return (
    <>
      <SharedHead title={t(`share.kinds.${kind}`)} shown={shown} />
      <div className="gp-shared-bar">
        <SharedDays shown={shown} days={days} onChange={setDays} />
      </div>
      {kind === 'journey' && <p className="gp-dim">{t('shared.about', { name: first })}</p>}
      {kind === 'retention' && <p className="gp-dim">{t('shared.actions', { first, back })}</p>}
      {answer.isError ? (
        <Failure error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data === undefined ? (
        <PageSkeleton />
      ) : (
        <Picture
          path={path}
          answer={answer.data}
          days={days}
          today={shown.today}
          stale={answer.isPlaceholderData}
        />
      )}
    </>
  );
}

interface PictureProps extends Pick<Props, 'path'> {
  readonly answer: Awaited<ReturnType<NonNullable<ReturnType<typeof sharedPathQuery>['queryFn']>>>;
  readonly days: SharedPeriod;
  readonly today: string;
  readonly stale: boolean;
}

function Picture({ path, answer: { funnel, retention, journey }, days, today, stale }: PictureProps) {
  const { t } = useTranslation();
  if (funnel !== undefined && (funnel.totals[0]?.reached ?? 0) > 0)
    return <FunnelBars names={path.labels} totals={funnel.totals} beside={null} stale={stale} />;
  if (retention !== undefined && retention.totals.visitors > 0)
    return (
      <CohortGrid
        answer={{ ...retention, query: {} }}
        unit={path.unit}
        mode={path.mode}
        whole={lastWhole({ from: days.date1, to: days.date2 }, today)}
        people={path.people}
        stale={stale}
      />
    );
  if (journey !== undefined && journey.journeys > 0)
    return (
      <FlowChart
        flow={flowOf({ ...journey, query: {} })}
        about={path.labels[0] ?? ''}
        journeys={journey.journeys}
        stale={stale}
        onChoose={null}
      />
    );
  return <Empty icon={<IconFilterOff />} title={t('shared.empty')} text={t('shared.emptyText')} />;
}
