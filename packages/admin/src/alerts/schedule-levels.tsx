/** By what the rows of a scheduled report are, level by level; none: as the report itself. */
import { levelsOf, REPORTS } from '@goalpost/contract/reports/catalogue';
import { levelGroups, MAX_LEVELS } from '@goalpost/contract/reports/levels';
import type { DimensionId } from '@goalpost/contract/reports/names';
import { MultiSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { readLevels } from '../report/levels/read.ts';
import { spelled } from '../report/dimensions.ts';

interface Props {
  /** Id of the catalogue. */
  readonly report: string;
  /** Names of the API. */
  readonly value: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (value: string[]) => void;
}

export function ScheduleLevels({ report, value, error, onChange }: Props) {
  const { t } = useTranslation();
  const entry = REPORTS.find(({ id }) => id === report);
  if (entry === undefined) return null;
  const own = levelsOf(entry).map(({ dimension }) => dimension);
  const offered = [...own, ...levelGroups(entry).flatMap(({ dimensions }) => dimensions)];
  const names = new Map(
    offered
      .filter((id) => id !== 'datePeriod<group>')
      .map((id) => [spelled(id, entry.scope), t(`dimension.${id}`)] as const),
  );
  // What the report cannot have stays in sight: the server says what is wrong with it.
  const foreign = value.filter((name) => !names.has(name)).map((name) => [name, name] as const);
  return (
    <MultiSelect
      label={t('schedules.levels')}
      description={t('schedules.levelsText')}
      searchable
      hidePickedOptions
      maxValues={MAX_LEVELS}
      nothingFoundMessage={t('filter.nothingFound')}
      data={[...names, ...foreign].map(([name, label]) => ({ value: name, label }))}
      value={[...value]}
      error={error}
      onChange={onChange}
    />
  );
}

/** Levels of an address as the API spells them for the report. */
export function levelNames(report: string, levels: string | undefined): string[] {
  const scope = REPORTS.find(({ id }) => id === report)?.scope;
  return (readLevels(levels) ?? []).map((id: DimensionId) => spelled(id, scope));
}
