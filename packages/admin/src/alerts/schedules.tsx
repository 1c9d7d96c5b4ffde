/** Reports that are sent by themselves: which, when, to whom, and what became of the last one. */
import type { Channel, Schedule } from '@goalpost/contract/notices';
import { REPORTS } from '@goalpost/contract/reports/catalogue';
import { ActionIcon, Badge, Button } from '@mantine/core';
import { IconPencil, IconPlus, IconSend } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { schedulesQuery, useRemoveSchedule, useScheduleTrial } from '../api/notices/schedules.ts';
import { textIn } from '../i18n/text.ts';
import { useCounter } from '../counter/counter-scope.tsx';
import { useReport } from '../report/use-report.ts';
import { isElsewhere, useFormat } from '../ui/format.ts';
import { Failure } from '../ui/failure.tsx';
import { Section } from '../ui/section.tsx';
import { ChannelFirst } from './channel-first.tsx';
import { ChannelSecret } from './channels.tsx';
import { DeadChannels } from './chosen-channels.tsx';
import { RemoveButton } from './remove-button.tsx';
import { TrialResult } from './trial-result.tsx';
import { withWords } from '../i18n/i18n.ts';
import { lazyPart } from '../ui/loading/lazy-part.ts';

const ScheduleForm = lazyPart(
  withWords(['alerts', 'schedules', 'shares'], () => import('./schedule-form.tsx')),
  'ScheduleForm',
);

interface RowProps {
  readonly counterId: number;
  readonly channels: readonly Channel[];
  readonly schedule: Schedule;
  readonly onEdit: () => void;
}

interface Props extends Pick<RowProps, 'counterId' | 'channels'> {
  readonly mailAvailable: boolean;
}

export function Schedules({ counterId, channels, mailAvailable }: Props) {
  const { t } = useTranslation();
  const schedules = useQuery(schedulesQuery(counterId));
  /** `new`, or the schedule that is changed. */
  const asked = useReport();
  const { search, change } = asked;
  const [edited, setEdited] = useState<'new' | Schedule | null>(null);
  /** Of the webhook that was made on the way to a schedule. */
  const [secret, setSecret] = useState('');
  const shown = edited ?? (search.send === undefined ? null : 'new');
  const close = (): void => {
    setEdited(null);
    if (search.send !== undefined)
      change({
        send: undefined,
        filters: undefined,
        segment: undefined,
        columns: undefined,
        levels: undefined,
      });
  };
  return (
    <Section title={t('schedules.title')} text={t('schedules.text')}>
      {schedules.isError && schedules.data === undefined && (
        <Failure error={schedules.error} onRetry={() => void schedules.refetch()} />
      )}
      {schedules.data !== undefined && schedules.data.length > 0 && (
        <ul className="gp-rows gp-alerts" aria-label={t('schedules.title')}>
          {schedules.data.map((schedule) => (
            <Row
              key={schedule.id}
              counterId={counterId}
              schedule={schedule}
              channels={channels}
              onEdit={() => setEdited(schedule)}
            />
          ))}
        </ul>
      )}
      <ChannelSecret secret={secret} />
      {shown === null ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size={16} />}
          onClick={() => setEdited('new')}
        >
          {t('schedules.add')}
        </Button>
      ) : channels.length === 0 ? (
        <ChannelFirst
          counterId={counterId}
          mailAvailable={mailAvailable}
          text={t('schedules.channelFirst')}
          onClose={close}
          onMade={setSecret}
        />
      ) : (
        <Suspense>
          <ScheduleForm
            key={shown === 'new' ? 'new' : shown.id}
            counterId={counterId}
            schedule={shown === 'new' ? null : shown}
            asked={asked}
            channels={channels}
            onClose={close}
          />
        </Suspense>
      )}
    </Section>
  );
}

function Row({ counterId, schedule, channels, onEdit }: RowProps) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { time_zone_name: zone } = useCounter();
  const atSite = useFormat(zone);
  // The hour is chosen by the clock of the site; the reader may live by another.
  const momentOf = (at: string): string =>
    isElsewhere(zone, at)
      ? t('schedules.atSite', { moment: format.moment(at), site: atSite.moment(at) })
      : format.moment(at);
  const remove = useRemoveSchedule(counterId);
  const trial = useScheduleTrial(counterId, schedule.id);
  const entry = REPORTS.find(({ id }) => id === schedule.report);
  const report = entry === undefined ? schedule.report : textIn(entry.title, i18n.language);
  const name = schedule.name === '' ? report : schedule.name;
  const used = channels.filter(({ id }) => schedule.channels.includes(id));
  const facts = [
    ...(schedule.name === '' ? [] : [report]),
    t(`schedules.period.${schedule.period}`),
    ...(used.length === 0 ? [t('alerts.noChannel')] : used.map((one) => one.name || one.target)),
    ...(schedule.enabled ? [t('schedules.next', { moment: momentOf(schedule.next_at) })] : []),
    ...(schedule.last_at === null ? [] : [t('schedules.last', { moment: momentOf(schedule.last_at) })]),
  ];
  return (
    <li className="gp-alert">
      <div>
        <strong>{name}</strong>{' '}
        {!schedule.enabled && (
          <Badge variant="light" color="gray">
            {t('alerts.off')}
          </Badge>
        )}
        <span className="gp-dim gp-small gp-block">{facts.join(' · ')}</span>
        {schedule.last_fault !== '' && (
          <span className="gp-alert-dead gp-small gp-block" role="status">
            {t('schedules.fault', { message: schedule.last_fault })}
          </span>
        )}
        <TrialResult trial={trial} channels={used} />
        <DeadChannels channels={used} />
      </div>
      <span className="gp-alert-acts">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          loading={trial.isPending}
          aria-label={t('schedules.trial', { name })}
          title={t('schedules.trialText')}
          onClick={() => trial.mutate(undefined)}
        >
          <IconSend size={18} stroke={1.6} />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={36}
          aria-label={t('schedules.change', { name })}
          onClick={onEdit}
        >
          <IconPencil size={18} stroke={1.6} />
        </ActionIcon>
        <RemoveButton
          id={schedule.id}
          label={t('schedules.remove', { name })}
          title={t('schedules.removeTitle')}
          text={t('schedules.removeText', { name })}
          remove={remove}
        />
      </span>
    </li>
  );
}
