/** Which goals a report shows: those in the address, else the favourites. */
import type { Goal } from '@goalpost/contract/goals';

/**
 * @param search `goals` of the address
 */
export function chosenGoals(search: string | undefined, goals: readonly Goal[], max: number): number[] {
  const known = new Set(goals.map((goal) => goal.id));
  if (search === 'none') return [];
  if (search !== undefined) {
    return [...new Set(search.split(',').map(Number))].filter((id) => known.has(id)).slice(0, max);
  }
  return goals
    .filter((goal) => goal.is_favorite === 1)
    .map((goal) => goal.id)
    .slice(0, max);
}

export function writeGoals(chosen: readonly number[]): string {
  return chosen.length === 0 ? 'none' : chosen.join(',');
}
