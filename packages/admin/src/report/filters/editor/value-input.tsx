/** The values of one line: chosen among those that there are, or typed. */
import { Autocomplete, MultiSelect, TextInput } from '@mantine/core';
import type { FilterOperator } from '@goalpost/contract/reports/filters';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../use-report.ts';
import { fieldOf, isList } from './draft.ts';
import { useSuggestions } from './use-suggestions.ts';

interface Props {
  readonly report: Report;
  readonly name: string;
  readonly operator: FilterOperator;
  readonly values: readonly string[];
  /** The name of a value that is chosen already. */
  readonly labelOf: (name: string, value: string) => string;
  readonly onChange: (values: readonly string[]) => void;
}

export function ValueInput(props: Props) {
  const { name, operator } = props;
  const kind = fieldOf(name)?.kind;
  if (kind === 'date' || (kind === 'number' && !isList(operator))) return <OneValue {...props} kind={kind} />;
  return isList(operator) ? <SomeValues {...props} /> : <OnePattern {...props} />;
}

function useLabels() {
  const { t } = useTranslation();
  return { label: t('filter.value'), placeholder: t('filter.valueHint'), className: 'gp-filter-value' };
}

function OneValue({ values, kind, onChange }: Props & { readonly kind: 'date' | 'number' }) {
  return (
    <TextInput
      {...useLabels()}
      type={kind}
      value={values[0] ?? ''}
      onChange={(event) => onChange([event.currentTarget.value])}
    />
  );
}

function OnePattern({ report, name, values, onChange }: Props) {
  const labels = useLabels();
  const found = useSuggestions(report, fieldOf(name), values[0] ?? '');
  return (
    <Autocomplete
      {...labels}
      data={[...new Set(found.map(({ value }) => value))]}
      filter={({ options }) => options}
      value={values[0] ?? ''}
      onChange={(value) => onChange([value])}
    />
  );
}

function SomeValues({ report, name, values, labelOf, onChange }: Props) {
  const { t } = useTranslation();
  const labels = useLabels();
  const [typed, setTyped] = useState('');
  const field = fieldOf(name);
  const found = useSuggestions(report, field, typed);
  const known = new Map(found.map(({ value, label }) => [value, label]));
  const chosen = values.filter((value) => !known.has(value));
  const own = typed.trim();
  const isNew = own !== '' && field?.kind !== 'item' && !known.has(own) && !values.includes(own);
  return (
    <MultiSelect
      {...labels}
      searchable
      hidePickedOptions
      data={[
        ...[...known].map(([value, label]) => ({ value, label })),
        ...chosen.map((value) => ({ value, label: labelOf(name, value) })),
        ...(isNew ? [{ value: own, label: own }] : []),
      ]}
      filter={({ options, search }) =>
        search.trim() === '' ? options : options.filter((option) => fits(option, search))
      }
      nothingFoundMessage={t('filter.nothingFound')}
      searchValue={typed}
      onSearchChange={setTyped}
      value={[...values]}
      onChange={(next) => {
        onChange(next);
        setTyped('');
      }}
    />
  );
}

/** The server has looked already; the rest are those chosen before. */
function fits(option: object, search: string): boolean {
  const label = 'label' in option ? String(option.label) : '';
  return label.toLocaleLowerCase().includes(search.trim().toLocaleLowerCase());
}
