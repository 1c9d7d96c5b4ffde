/** Days of the week and the hours of those days. */
import { Chip, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './days-and-hours.css';

export interface Hours {
  /** 1 is Monday. */
  readonly days: number[];
  /** `HH:MM` */
  readonly from: string;
  readonly to: string;
}

interface Props {
  readonly value: Hours;
  readonly error?: string | undefined;
  readonly onChange: (changes: Partial<Hours>) => void;
  /** Beside the hours, such as a button that takes them away. */
  readonly children?: ReactNode;
}

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const WEEK = [1, 2, 3, 4, 5, 6, 7];

function dayName(language: string, day: number, width: 'short' | 'long'): string {
  const format = new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' });
  return format.format(MONDAY + (day - 1) * DAY_MS);
}

export function DaysAndHours({ value, error, onChange, children }: Props) {
  const { t, i18n } = useTranslation();
  const time = (name: 'from' | 'to') => (
    <TextInput
      type="time"
      aria-label={t(`chat.hours.${name}`)}
      value={value[name]}
      onChange={(event) => {
        const { value: at } = event.currentTarget;
        if (at !== '') onChange({ [name]: at.slice(0, 5) });
      }}
    />
  );
  return (
    <div className="gp-hours">
      <div className="gp-hours-days" role="group" aria-label={t('chat.hours.days')}>
        {WEEK.map((day) => (
          <Chip
            key={day}
            size="xs"
            checked={value.days.includes(day)}
            aria-label={dayName(i18n.language, day, 'long')}
            onChange={(on) =>
              onChange({ days: WEEK.filter((known) => (known === day ? on : value.days.includes(known))) })
            }
          >
            {dayName(i18n.language, day, 'short')}
          </Chip>
        ))}
      </div>
      <div className="gp-hours-times">
        {time('from')}
        <span aria-hidden="true">–</span>
        {time('to')}
        {children}
      </div>
      {error !== undefined && (
        <p role="alert" className="gp-fault">
          {error}
        </p>
      )}
    </div>
  );
}
