/** Values that there are, the most frequent first, as one types. */
import type { FilterField } from '@goalpost/contract/reports/filters';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { goalsQuery } from '../../../api/goals.ts';
import { dataQuery } from '../../../api/stat.ts';
import { valueName } from '../../dimensions.ts';
import { pattern } from '../../state/search-text.ts';
import type { Report } from '../../use-report.ts';
import { nameOf } from '../fields.ts';

const SHOWN = 20;
const PAUSE_MS = 200;

const COUNTED: Readonly<Record<FilterField['prefix'], string>> = {
  'ym:s:': 'ym:s:visits',
  'gp:s:': 'ym:s:visits',
  'ym:pv:': 'ym:pv:pageviews',
  'ym:ep:': 'ym:ep:users',
  'ym:dl:': 'ym:dl:downloads',
};

export interface Suggestion {
  readonly value: string;
  readonly label: string;
}

export function useSuggestions(report: Report, field: FilterField | undefined, typed: string): Suggestion[] {
  const { t } = useTranslation();
  const { counterId, days } = report;
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const isGoal = field?.id === 'goal';
  const goals = useQuery({ ...goalsQuery(counterId), enabled: isGoal }).data ?? [];
  const name = field === undefined ? '' : nameOf(field);
  const answer = useQuery({
    ...dataQuery({
      counterId,
      metrics: [field === undefined ? '' : COUNTED[field.prefix]],
      dimensions: [name],
      filters: text === '' || field?.kind !== 'text' ? undefined : `${name}=~'${pattern(text)}'`,
      limit: SHOWN,
      ...days,
    }),
    enabled: field !== undefined && !isGoal && field.kind !== 'date',
  });
  if (field === undefined) return [];
  if (isGoal) {
    const wanted = text.toLocaleLowerCase();
    return goals
      .filter((goal) => goal.name.toLocaleLowerCase().includes(wanted))
      .map((goal) => ({ value: String(goal.id), label: goal.name }));
  }
  // Those of another dimension are none.
  const rows = answer.isPlaceholderData ? [] : answer.data?.data;
  return (rows ?? []).flatMap(({ dimensions: [value] }) => {
    const raw = String(value?.id ?? value?.name ?? '');
    return raw === '' ? [] : [{ value: raw, label: valueName(t, field.id, value) }];
  });
}
