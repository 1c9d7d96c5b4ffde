/** The days of a shared link: fixed, or chosen by the guest. */
import type { SharedReport } from '@goalpost/contract/management';
import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';

export interface SharedPeriod {
  readonly date1: string;
  readonly date2: string;
}

const DAYS = 29;
const DAY_MS = 86_400_000;

export function lately(today: string): SharedPeriod {
  const first = new Date(Date.parse(`${today}T00:00:00Z`) - DAYS * DAY_MS);
  return { date1: first.toISOString().slice(0, 10), date2: today };
}

interface Props {
  readonly shown: Pick<SharedReport, 'period' | 'today'>;
  readonly days: SharedPeriod;
  readonly onChange: (days: SharedPeriod) => void;
}

export function SharedDays({ shown, days, onChange }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (shown.period !== null) return <p>{format.range(days.date1, days.date2)}</p>;
  return (
    <>
      <TextInput
        type="date"
        label={t('shared.from')}
        value={days.date1}
        max={days.date2}
        onChange={({ currentTarget: { value } }) => value !== '' && onChange({ ...days, date1: value })}
      />
      <TextInput
        type="date"
        label={t('shared.to')}
        value={days.date2}
        min={days.date1}
        max={shown.today}
        onChange={({ currentTarget: { value } }) => value !== '' && onChange({ ...days, date2: value })}
      />
    </>
  );
}
