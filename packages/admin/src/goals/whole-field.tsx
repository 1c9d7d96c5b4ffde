/** A whole number that a goal type has. */
import type { WholeField, WholeFieldName } from '@goalpost/contract/goals';
import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly field: WholeField & { readonly name: WholeFieldName };
  readonly value: number | string;
  readonly error: string | undefined;
  readonly onChange: (value: number | string) => void;
}

export function WholeFieldInput({ field: { name, min, max }, value, error, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <NumberInput
      label={t(`goalFields.${name}.label`)}
      description={t(`goalFields.${name}.hint`, { min, max })}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      styles={{ input: { maxWidth: 240 } }}
      value={value}
      error={error}
      onChange={onChange}
    />
  );
}
