/** A whole number that a goal type has. */
import type { NamedWhole } from '@goalpost/contract/goals';
import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Types that share a field may have words of their own for it; the keys' types cannot say so. */
export const wordsOf = ({ name, words }: Pick<NamedWhole, 'name' | 'words'>): 'depth' =>
  (words ?? name) as 'depth';

interface Props {
  readonly field: NamedWhole;
  readonly value: number | string;
  readonly error: string | undefined;
  readonly onChange: (value: number | string) => void;
}

export function WholeFieldInput({ field, value, error, onChange }: Props) {
  const { t } = useTranslation();
  const { min, max } = field;
  const key = wordsOf(field);
  return (
    <NumberInput
      label={t(`goalFields.${key}.label`)}
      description={t(`goalFields.${key}.hint`, { min, max })}
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
