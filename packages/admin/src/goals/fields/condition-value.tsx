/** The value of one condition: a text, or one of a list that the API gives. */
import type { DictionaryName } from '@goalpost/contract/goals';
import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dictionaryQuery } from '../../api/dictionaries.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Props {
  /** Its label is seen; those below it have the same. */
  readonly isFirst: boolean;
  readonly label: string;
  readonly hint: ReactNode;
  readonly dictionary: DictionaryName | undefined;
  /** The only values there are, with their words. */
  readonly options: readonly Option[] | undefined;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

export function ConditionValue({ isFirst, label, hint, dictionary, options, ...rest }: Props) {
  const common = {
    className: 'gp-condition-value',
    label: isFirst ? label : undefined,
    'aria-label': label,
    description: hint,
    inputWrapperOrder: ['label' as const, 'input' as const, 'error' as const, 'description' as const],
  };
  if (options !== undefined) return <Choice {...common} {...rest} options={options} />;
  return dictionary === undefined ? (
    <TextInput
      {...common}
      {...rest}
      spellCheck={false}
      autoCapitalize="off"
      onChange={(event) => rest.onChange(event.currentTarget.value)}
    />
  ) : (
    <FromList {...common} {...rest} dictionary={dictionary} />
  );
}

interface ListProps extends Pick<Props, 'value' | 'error' | 'onChange'> {
  readonly dictionary: DictionaryName;
}

function FromList({ dictionary, ...props }: ListProps) {
  const { data = [] } = useQuery(dictionaryQuery(dictionary));
  return <Choice {...props} options={data.map(({ id, name }) => ({ value: id, label: name }))} />;
}

interface ChoiceProps extends Pick<Props, 'value' | 'error' | 'onChange'> {
  readonly options: readonly Option[];
}

function Choice({ options, onChange, ...props }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      {...props}
      data={[{ value: '', label: t('goalForm.choose') }, ...options]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
