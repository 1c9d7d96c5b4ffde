/** The columns of a shared report, and how its sorting is written. Pure. */
import type { SharedReport } from '@goalpost/contract/management';
import type { DimensionId } from '@goalpost/contract/reports/names';
import type { Report as Entry } from '@goalpost/contract/reports/catalogue';
import { textIn } from '../i18n/text.ts';
import { askedDimension, askedMetric } from '../report/boards/asked.ts';
import { spelled } from '../report/dimensions.ts';
import { measureOf } from '../report/metrics.ts';
import type { Column, Sort } from '../report/parts/table-shape.ts';

/** Those that the link was made with, else those of the report. */
export function sharedColumns(
  entry: Entry,
  chosen: SharedReport['columns'],
  language: string,
): readonly Column[] {
  if (chosen.length === 0) return entry.metrics.map((metric) => measureOf(metric, 0, entry.scope));
  return chosen.map(({ metric, goal }) => {
    // One that this version has no words for stands as its number alone.
    const measure = askedMetric(metric)?.measure ?? { ...measureOf('visits'), metric };
    return goal === null ? measure : { ...measure, over: textIn(goal, language) };
  });
}

/** The levels that the link was made with; none: those of the report. */
export function shownLevels({ levels }: Pick<SharedReport, 'levels'>): readonly DimensionId[] {
  const known = levels.map(askedDimension);
  return known.includes(null) ? [] : known.filter((dimension) => dimension !== null);
}

/** By which the rows come where the guest has chosen nothing. */
export function sortOf({ sort }: Pick<SharedReport, 'sort'>, entry: Entry, columns: readonly Column[]): Sort {
  const said = sort === '' ? `-${columns[0]?.metric ?? ''}` : sort;
  const name = said.replace(/^-/, '');
  const isName = name === spelled(entry.dimensions[0] ?? 'date', entry.scope);
  return { metric: isName ? 'name' : name, down: said.startsWith('-') };
}

export const writeSort = ({ metric, down }: Sort, entry: Entry): string =>
  `${down ? '-' : ''}${metric === 'name' ? spelled(entry.dimensions[0] ?? 'date', entry.scope) : metric}`;
