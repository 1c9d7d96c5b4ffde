/** The form of a scheduled report: which one, of which visits, when, as which file, and to whom. */
import {
  SCHEDULE_FORMATS,
  SCHEDULE_PERIODS,
  SCHEDULE_PICTURES,
  type Channel,
  type Schedule,
  type ScheduleInput,
} from '@goalpost/contract/notices';
import { REPORTS } from '@goalpost/contract/reports/catalogue';
import { Button, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldMessages } from '../api/failures.ts';
import { useSaveSchedule } from '../api/notices/schedules.ts';
import { conditionsOf, ConditionsField } from '../report/filters/conditions-field.tsx';
import type { Report } from '../report/use-report.ts';
import { languageNow } from '../i18n/i18n.ts';
import { textIn } from '../i18n/text.ts';
import { useEdited } from '../ui/edits/leave-guard.tsx';
import { Switch } from '../ui/fields/switch.tsx';
import { ScheduleColumns } from './schedule-columns.tsx';
import { levelNames, ScheduleLevels } from './schedule-levels.tsx';
import { ChannelChoice, stillThere } from './chosen-channels.tsx';
import { NotSaved } from '../ui/fields/not-saved.tsx';

interface Props {
  readonly counterId: number;
  /** Null: a new one. */
  readonly schedule: Schedule | null;
  readonly channels: readonly Channel[];
  /** What of a report stands in the address, for a new one. */
  readonly asked: Report;
  readonly onClose: () => void;
}

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, '0')}:00`,
}));

export function ScheduleForm({ counterId, schedule, channels, asked, onClose }: Props) {
  const { t, i18n } = useTranslation();
  const save = useSaveSchedule(counterId, schedule?.id ?? null);
  const [initial] = useState<ScheduleInput>(() => inputOf(schedule, channels, asked.search));
  const [draft, setDraft] = useState(initial);
  const leave = useEdited(initial, draft);
  const change = (some: Partial<ScheduleInput>): void => {
    setDraft({ ...draft, ...some });
    save.reset();
  };
  const faults = save.isError ? fieldMessages(save.error, 'schedule') : {};
  const other = Object.entries(faults).filter(([field]) => !SHOWN.includes(field));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (draft.channels.length === 0) return;
    save.mutate(draft, {
      onSuccess: () => {
        leave();
        onClose();
      },
    });
  };
  return (
    <form className="gp-alert-form" onSubmit={submit} noValidate aria-label={t('schedules.form')}>
      <Stack gap="md">
        <NativeSelect
          label={t('schedules.report')}
          value={draft.report}
          error={faults['report']}
          data={REPORTS.map(({ id, title }) => ({ value: id, label: textIn(title, i18n.language) }))}
          // Columns and levels of one report may be foreign to another.
          onChange={(event) => change({ report: event.currentTarget.value, metrics: '', levels: [] })}
        />
        <ConditionsField
          label={t('share.filters')}
          description={t('schedules.filtersText')}
          report={asked}
          value={draft.filters}
          error={faults['filters'] ?? faults['segment']}
          onChange={(filters) => change({ filters })}
        />
        <ScheduleColumns
          counterId={counterId}
          report={draft.report}
          value={draft.metrics}
          error={faults['metrics']}
          onChange={(metrics) => change({ metrics })}
        />
        <ScheduleLevels
          report={draft.report}
          value={draft.levels}
          error={faults['levels']}
          onChange={(levels) => change({ levels })}
        />
        <NativeSelect
          label={t('schedules.when')}
          description={t(`schedules.help.${draft.period}`)}
          value={draft.period}
          data={SCHEDULE_PERIODS.map((period) => ({ value: period, label: t(`schedules.period.${period}`) }))}
          onChange={({ currentTarget: { value } }) =>
            change({ period: SCHEDULE_PERIODS.find((one) => one === value) ?? draft.period })
          }
        />
        <NativeSelect
          label={t('schedules.hour')}
          value={String(draft.hour)}
          data={HOURS}
          onChange={(event) => change({ hour: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          label={t('schedules.format')}
          value={draft.format}
          data={SCHEDULE_FORMATS.map((format) => ({ value: format, label: t(`schedules.file.${format}`) }))}
          onChange={({ currentTarget: { value } }) =>
            change({ format: SCHEDULE_FORMATS.find((one) => one === value) ?? draft.format })
          }
        />
        <NativeSelect
          label={t('schedules.picture')}
          value={draft.picture}
          data={SCHEDULE_PICTURES.map((form) => ({ value: form, label: t(`schedules.drawn.${form}`) }))}
          onChange={({ currentTarget: { value } }) =>
            change({ picture: SCHEDULE_PICTURES.find((one) => one === value) ?? draft.picture })
          }
        />
        <ChannelChoice
          label={t('schedules.to')}
          channels={channels}
          chosen={draft.channels}
          fault={faults['channels']}
          onChange={(ids) => change({ channels: ids })}
        />
        <TextInput
          label={t('schedules.name')}
          maxLength={255}
          value={draft.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        {schedule !== null && (
          <Switch
            label={t('schedules.enabled')}
            checked={draft.enabled}
            onChange={(event) => change({ enabled: event.currentTarget.checked })}
          />
        )}
        <NotSaved reasons={other.map(([, message]) => message)} />
        <Group gap="xs">
          <Button type="submit" size="xs" loading={save.isPending}>
            {t(schedule === null ? 'schedules.set' : 'word.save')}
          </Button>
          <Button size="xs" variant="subtle" color="gray" onClick={onClose}>
            {t('word.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Faults of these stand at their fields. */
const SHOWN: readonly string[] = ['report', 'filters', 'segment', 'metrics', 'levels', 'channels'];

function inputOf(
  schedule: Schedule | null,
  channels: readonly Channel[],
  { send = 'traffic', columns = '', levels, ...asked }: Report['search'],
): ScheduleInput {
  if (schedule === null)
    return {
      name: '',
      report: send,
      metrics: columns,
      levels: levelNames(send, levels),
      filters: conditionsOf(asked),
      segment: '',
      period: 'weekly',
      hour: 9,
      format: 'xlsx',
      picture: 'pdf',
      channels: channels.slice(0, 1).map(({ id }) => id),
      language: languageNow(),
      enabled: true,
    };
  const { id: _id, next_at: _next, last_at: _last, last_fault: _fault, ...settings } = schedule;
  // A segment is one of the conditions, so that it is seen and can be taken off.
  return {
    ...settings,
    filters: conditionsOf({ filters: settings.filters || undefined, segment: settings.segment }),
    segment: '',
    channels: stillThere(settings.channels, channels),
  };
}
