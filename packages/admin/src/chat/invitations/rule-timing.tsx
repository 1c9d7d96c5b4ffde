/** How often, in which order, and at which hours. */
import { NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Switch } from '../../ui/fields/switch.tsx';
import { DaysAndHours } from '../ui/days-and-hours.tsx';
import type { DraftPart } from './draft-part.ts';

const FREQUENCIES = ['visit', 'day', 'ever'] as const;
const OFFICE = { days: [1, 2, 3, 4, 5], from: '09:00', to: '18:00' };

export function RuleTiming({ draft, errors, onChange }: DraftPart) {
  const { t } = useTranslation();
  const { schedule } = draft;
  return (
    <fieldset className="gp-fieldset">
      <legend>{t('chat.rule.howOften')}</legend>
      <div className="gp-fields">
        <NativeSelect
          className="gp-grow"
          label={t('chat.rule.frequency')}
          value={draft.frequency}
          data={FREQUENCIES.map((value) => ({ value, label: t(`chat.rule.frequencies.${value}`) }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            onChange({ frequency: FREQUENCIES.find((known) => known === value) ?? 'visit' });
          }}
        />
        <NumberInput
          className="gp-grow"
          label={t('chat.rule.priority')}
          description={t('chat.rule.priorityHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          min={0}
          max={1_000}
          value={draft.priority}
          onChange={(value) =>
            onChange({ priority: Math.min(1_000, Math.max(0, Math.round(Number(value) || 0))) })
          }
        />
      </div>
      <Switch
        label={t('chat.rule.schedule')}
        description={t('chat.rule.scheduleHint')}
        checked={schedule !== null}
        onChange={(event) => onChange({ schedule: event.currentTarget.checked ? OFFICE : null })}
      />
      {schedule !== null && (
        <DaysAndHours
          value={schedule}
          error={errors['schedule']}
          onChange={(changes) => onChange({ schedule: { ...schedule, ...changes } })}
        />
      )}
    </fieldset>
  );
}
