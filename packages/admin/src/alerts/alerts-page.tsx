/** Alerts of a counter: what is told of by itself, and by which channels. */
import { ActionIcon, Badge, Button } from '@mantine/core';
import { may } from '@goalpost/contract/management/roles';
import type { Alert, Channel } from '@goalpost/contract/notices';
import { IconBellRinging, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goalsQuery } from '../api/goals.ts';
import { alertsQuery, channelsQuery, useRemoveAlert } from '../api/notices/alerts.ts';
import { useCounter } from '../counter/counter-scope.tsx';
import { Empty } from '../ui/empty.tsx';
import { Failure } from '../ui/failure.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { Section } from '../ui/section.tsx';
import { Schedules } from './schedules.tsx';
import { ChannelFirst } from './channel-first.tsx';
import { Channels, ChannelSecret } from './channels.tsx';
import { DeadChannels } from './chosen-channels.tsx';
import { HappeningList } from './happenings.tsx';
import { RemoveButton } from './remove-button.tsx';
import './alerts.css';
import { withWords } from '../i18n/i18n.ts';
import { lazyPart } from '../ui/loading/lazy-part.ts';

const AlertForm = lazyPart(
  withWords(['alerts'], () => import('./alert-form.tsx')),
  'AlertForm',
);

export function AlertsPage() {
  const { t } = useTranslation();
  const counter = useCounter();
  const mayEdit = may(counter.permission, 'edit');
  const alerts = useQuery({ ...alertsQuery(counter.id), enabled: mayEdit });
  const channels = useQuery({ ...channelsQuery(counter.id), enabled: mayEdit });
  /** `new`, or the alert that is changed. */
  const [edited, setEdited] = useState<'new' | Alert | null>(null);
  /** Of the webhook that was made on the way to an alert. */
  const [secret, setSecret] = useState('');
  if (!mayEdit)
    return (
      <>
        <PageHead title={t('alerts.title')} />
        <Empty icon={<IconBellRinging />} title={t('alerts.denied')} text={t('alerts.deniedText')} />
      </>
    );
  const failed = [alerts, channels].find(({ data, isError }) => isError && data === undefined);
  if (failed !== undefined) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  if (alerts.data === undefined || channels.data === undefined) return <PageSkeleton />;
  const known = channels.data.channels;
  return (
    <>
      <PageHead title={t('alerts.title')}>
        <Button
          leftSection={<IconPlus size={16} />}
          disabled={edited !== null}
          onClick={() => setEdited('new')}
        >
          {t('alerts.add')}
        </Button>
      </PageHead>
      <Section title={t('alerts.list')} text={t('alerts.text')}>
        {edited !== null && known.length === 0 && (
          <ChannelFirst
            counterId={counter.id}
            mailAvailable={channels.data.mail_available}
            text={t('alerts.channelFirst')}
            onClose={() => setEdited(null)}
            onMade={setSecret}
          />
        )}
        <ChannelSecret secret={secret} />
        {edited !== null && known.length > 0 && (
          <Suspense>
            <AlertForm
              key={edited === 'new' ? 'new' : edited.id}
              counterId={counter.id}
              alert={edited === 'new' ? null : edited}
              channels={known}
              onClose={() => setEdited(null)}
            />
          </Suspense>
        )}
        {alerts.data.length === 0 && edited === null && (
          <Empty icon={<IconBellRinging />} title={t('alerts.none')} text={t('alerts.noneText')} />
        )}
        {alerts.data.length > 0 && (
          <ul className="gp-rows gp-alerts" aria-label={t('alerts.list')}>
            {alerts.data.map((alert) => (
              <AlertRow
                key={alert.id}
                counterId={counter.id}
                alert={alert}
                channels={known}
                onEdit={() => setEdited(alert)}
              />
            ))}
          </ul>
        )}
      </Section>
      <Schedules counterId={counter.id} channels={known} mailAvailable={channels.data.mail_available} />
      <Channels counterId={counter.id} channels={known} mailAvailable={channels.data.mail_available} />
    </>
  );
}

interface RowProps {
  readonly counterId: number;
  readonly alert: Alert;
  readonly channels: readonly Channel[];
  readonly onEdit: () => void;
}

function AlertRow({ counterId, alert, channels, onEdit }: RowProps) {
  const { t } = useTranslation();
  const goals = useQuery(goalsQuery(counterId));
  const remove = useRemoveAlert(counterId);
  const goal = goals.data?.find(({ id }) => id === alert.goal_id)?.name;
  const name = [t(`alerts.kind.${alert.kind}`), ...(goal === undefined ? [] : [goal])].join(' · ');
  const used = channels.filter(({ id }) => alert.channels.includes(id));
  const isOpen = alert.happenings.some(({ over }) => over === null);
  return (
    <li className="gp-alert">
      <div>
        <strong>{name}</strong>{' '}
        {!alert.enabled && (
          <Badge variant="light" color="gray">
            {t('alerts.off')}
          </Badge>
        )}
        {isOpen && (
          <Badge variant="light" color="red">
            {t('alerts.now')}
          </Badge>
        )}
        <span className="gp-dim gp-small gp-block">
          {used.length === 0
            ? t('alerts.noChannel')
            : used.map(({ name: own, target }) => own || target).join(' · ')}
        </span>
        <DeadChannels channels={used} />
        {alert.happenings.length > 0 && (
          <details className="gp-small">
            <summary>{t('alerts.told', { count: alert.happenings.length })}</summary>
            <HappeningList happenings={alert.happenings} goals={goals.data ?? []} />
          </details>
        )}
      </div>
      <span className="gp-alert-acts">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('alerts.change', { name })}
          onClick={onEdit}
        >
          <IconPencil size={18} stroke={1.6} />
        </ActionIcon>
        <RemoveButton
          id={alert.id}
          label={t('alerts.remove', { name })}
          title={t('alerts.removeTitle')}
          text={t('alerts.removeText', { name })}
          remove={remove}
        />
      </span>
    </li>
  );
}
