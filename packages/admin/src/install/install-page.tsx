/** Installing the tag: three steps that check themselves. */
import { Skeleton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { snippetQuery } from '../api/counters.ts';
import { healthQuery, liveQuery } from '../api/live.ts';
import { dataQuery } from '../api/stat.ts';
import { useCounter } from '../counter/counter-scope.tsx';
import { everCounted } from '../health/index.ts';
import { VISITS } from '../report/metrics.ts';
import { daysOf, todayIn } from '../report/state/period.ts';
import { Failure } from '../ui/failure.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { FirstHits } from './first-hits.tsx';
import { Ways } from './ways.tsx';
import './install.css';

export function InstallPage() {
  const { t } = useTranslation();
  const counter = useCounter();
  const snippet = useQuery(snippetQuery(counter.id));
  const live = useQuery({ ...liveQuery(counter.id), refetchInterval: 2_000 });
  const health = useQuery({ ...healthQuery(counter.id), refetchInterval: 3_000 });
  const hits = (live.data?.hits ?? []).filter((hit) => !hit.robot);
  const month = daysOf('30d', todayIn(counter.time_zone_name));
  const visits = useQuery(dataQuery({ counterId: counter.id, metrics: [VISITS.metric], ...month })).data
    ?.totals[0];
  const seen =
    hits.length > 0 || (visits ?? 0) > 0 || (health.data !== undefined && everCounted(health.data));
  return (
    <div className="gp-narrow">
      <PageHead title={t('install.title')} />
      <ol className="gp-install-steps">
        <Step number={1} done title={t('install.step1')}>
          <p className="gp-dim">
            {counter.site2.site} · {t('counters.number', { id: String(counter.id) })}
          </p>
        </Step>
        <Step number={2} done={seen} title={t('install.step2')}>
          <p className="gp-dim">{t('install.step2Text')}</p>
          {snippet.isPending && <Skeleton height={240} />}
          {snippet.isError && <Failure error={snippet.error} onRetry={() => void snippet.refetch()} />}
          {snippet.data !== undefined && <Ways snippet={snippet.data} counter={counter} />}
        </Step>
        <Step number={3} done={seen} title={t('install.step3')}>
          <FirstHits counter={counter} hits={hits} seen={seen} health={health.data} />
        </Step>
      </ol>
    </div>
  );
}

interface StepProps {
  readonly number: number;
  readonly done: boolean;
  readonly title: string;
  readonly children: ReactNode;
}

function Step({ number, done, title, children }: StepProps) {
  const id = useId();
  return (
    <li className="gp-panel gp-panel-pad gp-install-step" aria-labelledby={id}>
      <span className="gp-install-mark" data-done={done} aria-hidden="true">
        {done ? <IconCheck size={16} /> : number}
      </span>
      <div className="gp-install-body">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </li>
  );
}
