/** The columns of a scheduled report, chosen by name; none: those of the report itself. */
import { REPORTS } from '@goalpost/contract/reports/catalogue';
import { fullName } from '@goalpost/contract/reports/names';
import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { goalsQuery } from '../api/goals.ts';
import { isPlain, offeredFor } from '../report/columns/offered.ts';
import { goalMeasure } from '../report/metrics.ts';

interface Props {
  readonly counterId: number;
  /** Id of the catalogue. */
  readonly report: string;
  /** Names of the API with commas between them. */
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

const OF_GOALS = ['reaches', 'conversionRate', 'revenue'] as const;
/** The API takes as many. */
const MOST = 20;

export function ScheduleColumns({ counterId, report, value, error, onChange }: Props) {
  const { t } = useTranslation();
  const goals = useQuery(goalsQuery(counterId)).data ?? [];
  const entry = REPORTS.find(({ id }) => id === report);
  const own = (entry?.metrics ?? []).filter(isPlain);
  const offered = entry?.scope === undefined ? offeredFor(own) : own;
  const plain = offered.map((id) => ({ value: fullName(id, entry?.scope), label: t(`metric.${id}`) }));
  const ofGoals =
    entry?.scope === undefined
      ? goals.map(({ id, name }) => ({
          group: name,
          items: OF_GOALS.map((one) => {
            const { metric, label } = goalMeasure(id, one);
            return { value: metric, label: `${name}: ${t(label)}` };
          }),
        }))
      : [];
  const chosen = value === '' ? [] : value.split(',');
  const known = new Set([...plain, ...ofGoals.flatMap(({ items }) => items)].map((one) => one.value));
  // What the report cannot have stays in sight: the server says what is wrong with it.
  const foreign = chosen.filter((name) => !known.has(name)).map((name) => ({ value: name, label: name }));
  return (
    <MultiSelect
      label={t('schedules.metrics')}
      description={t('schedules.metricsText')}
      {...(chosen.length === 0 ? { placeholder: t('columns.reset') } : {})}
      searchable
      hidePickedOptions
      maxValues={MOST}
      nothingFoundMessage={t('filter.nothingFound')}
      data={[...plain, ...foreign, ...ofGoals]}
      value={chosen}
      error={error}
      onChange={(names) => onChange(names.join(','))}
    />
  );
}
