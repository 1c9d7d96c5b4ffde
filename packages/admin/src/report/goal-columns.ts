/** The columns of a report: its own numbers, then those of each chosen goal. */
import type { Goal } from '@goalpost/contract';
import { ANY_RATE, CONVERSIONS, goalMeasure, type Measure } from './metrics.ts';
import type { Column } from './parts/table.tsx';

/** The API takes at most 20 metrics. */
export const MAX_GOAL_COLUMNS = 4;

export function columnsOf(
  base: readonly Measure[],
  chosen: readonly number[],
  goals: readonly Goal[],
): Column[] {
  const own: Column[] = base.map((measure, index) => ({ ...measure, wide: index > 1 }));
  if (chosen.length === 0) return [...own, CONVERSIONS, { ...ANY_RATE, wide: true }];
  const forGoals = chosen.flatMap((id) => {
    const over = goals.find((goal) => goal.id === id)?.name ?? '';
    return (['reaches', 'conversionRate', 'revenue'] as const).map((name) => ({
      ...goalMeasure(id, name),
      over,
    }));
  });
  return [...own, ...forGoals];
}
