/** The columns of a report: its own numbers, then those of each chosen goal. */
import type { Goal } from '@goalpost/contract/goals';
import type { ReportScope } from '@goalpost/contract/reports/catalogue';
import type { MetricId } from '@goalpost/contract/reports/names';
import { ANY_RATE, CONVERSIONS, goalMeasure, measureOf } from './metrics.ts';
import type { Column } from './parts/table-shape.ts';

/** The API takes at most 20 metrics. */
export const MAX_GOAL_COLUMNS = 4;

/** Of a goal, beside what advertising cost. */
const OF_COSTS = ['reaches', 'costPerReach', 'margin', 'ROI'] as const;

/** @param chosen null where the report says itself which numbers of goals it shows */
export function columnsOf(
  metrics: readonly MetricId[],
  chosen: readonly number[] | null,
  goals: readonly Goal[],
  scope?: ReportScope,
): Column[] {
  // The API's favourites give way to the goals that the reader picks, favourites unless told otherwise.
  const own: Column[] = metrics
    .filter((id) => !id.startsWith('favoriteGoals'))
    .map((id) => measureOf(id, 0, scope));
  if (chosen === null) return own;
  // A column that the report has by itself is not asked for twice: the API refuses that.
  const ownMetrics = new Set(own.map(({ metric }) => metric));
  if (chosen.length === 0 && scope === undefined)
    return [...own, ...[CONVERSIONS, ANY_RATE].filter(({ metric }) => !ownMetrics.has(metric))];
  const forGoals = chosen.flatMap((id) => {
    const over = goals.find((goal) => goal.id === id)?.name ?? '';
    if (scope === 'ev')
      return OF_COSTS.map((name) => ({ ...measureOf(`goal<goal_id>${name}`, id, scope), over }));
    return (['reaches', 'conversionRate', 'revenue'] as const).map((name) => ({
      ...goalMeasure(id, name),
      over,
    }));
  });
  return [...own, ...forGoals];
}
