/** When somebody answers; outside of it the chat takes messages only. */
import type { WorkingHours } from '@goalpost/contract';
import { Select, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { timeZones } from '../../counters/index.ts';
import { Section } from '../../ui/section.tsx';
import { DaysAndHours } from '../ui/days-and-hours.tsx';
import type { SettingsPart } from './settings-part.ts';

export const officeHours = (timeZone: string): WorkingHours => ({
  timeZone,
  days: [1, 2, 3, 4, 5],
  from: '09:00',
  to: '18:00',
});

export function WorkingHoursFields({
  draft,
  onChange,
  timeZone,
}: SettingsPart & { readonly timeZone: string }) {
  const { t } = useTranslation();
  return (
    <Section title={t('chat.settings.hours')}>
      <HoursFields
        label={t('chat.settings.hoursSwitch')}
        hint={t('chat.settings.hoursText')}
        hours={draft.hours}
        timeZone={timeZone}
        onChange={(hours) => onChange({ hours })}
      />
    </Section>
  );
}

interface Props {
  readonly label: string;
  readonly hint?: string;
  /** Null: always. */
  readonly hours: WorkingHours | null;
  readonly timeZone: string;
  readonly onChange: (hours: WorkingHours | null) => void;
}

export function HoursFields({ label, hint, hours, timeZone, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Switch
        label={label}
        description={hint}
        checked={hours !== null}
        onChange={(event) => onChange(event.currentTarget.checked ? officeHours(timeZone) : null)}
      />
      {hours !== null && (
        <>
          <DaysAndHours value={hours} onChange={(changes) => onChange({ ...hours, ...changes })} />
          <Select
            label={t('settings.timeZone')}
            maw={320}
            searchable
            limit={100}
            allowDeselect={false}
            data={timeZones(timeZone, hours.timeZone)}
            value={hours.timeZone}
            onChange={(zone) => onChange({ ...hours, timeZone: zone ?? timeZone })}
          />
        </>
      )}
    </Stack>
  );
}
