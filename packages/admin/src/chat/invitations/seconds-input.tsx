/** A length of time: a number and its unit. */
import { NativeSelect, NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

const UNITS = { second: 1, minute: 60, hour: 3_600, day: 86_400 } as const;
type Unit = keyof typeof UNITS;
const NAMES: readonly Unit[] = ['second', 'minute', 'hour', 'day'];

/** The largest unit that needs no fraction. */
export function unitOf(seconds: number): Unit {
  return NAMES.findLast((unit) => seconds >= UNITS[unit] && seconds % UNITS[unit] === 0) ?? 'second';
}

interface Props {
  readonly value: number;
  readonly most: number;
  readonly onChange: (seconds: number) => void;
}

export function SecondsInput({ value, most, onChange }: Props) {
  const { t } = useTranslation();
  const [unit, setUnit] = useState(() => unitOf(value));
  const set = (count: number, next: Unit): void => {
    setUnit(next);
    onChange(Math.min(most, Math.max(0, Math.round(count * UNITS[next]))));
  };
  return (
    <span className="gp-condition-pair">
      <NumberInput
        aria-label={t('chat.rule.atLeast')}
        min={0}
        allowDecimal={false}
        value={value / UNITS[unit]}
        onChange={(count) => set(Number(count) || 0, unit)}
      />
      <NativeSelect
        aria-label={t('chat.rule.unit')}
        value={unit}
        data={NAMES.map((name) => ({ value: name, label: t(`chat.rule.units.${name}`) }))}
        onChange={(event) => {
          const next = NAMES.find((name) => name === event.currentTarget.value) ?? 'second';
          set(value / UNITS[unit], next);
        }}
      />
    </span>
  );
}
