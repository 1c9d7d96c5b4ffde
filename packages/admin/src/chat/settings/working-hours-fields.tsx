/** The hours in which operators answer; outside of them the chat takes messages only. */
import type { WorkingHours } from '@goalpost/contract/chat';
import { Select, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { timeZones } from '../../counters/index.ts';
import { Section } from '../../ui/section.tsx';
import { Switch } from '../../ui/fields/switch.tsx';
import { HoursSpans } from './hours-spans.tsx';
import { officeHours } from './hours.ts';
import type { SettingsPart } from './settings-part.ts';

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
          <HoursSpans spans={hours.spans} onChange={(spans) => onChange({ ...hours, spans })} />
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
