/** Which places of the page the tag of a counter looks at for prices [G85]. */
import { pagePlaceOf, type PricePlace } from '@goalpost/contract/goals';
import type { GoalDefinition } from './definition.ts';

type Placed = Pick<GoalDefinition, 'status'> & { readonly pricePlace?: PricePlace };

/** Each once, of goals that are not deleted. */
export function pagePlacesOf(goals: readonly Placed[]): string[] {
  const places = goals.flatMap(({ status, pricePlace }) =>
    status === 'Active' && pricePlace !== undefined ? (pagePlaceOf(pricePlace) ?? []) : [],
  );
  return [...new Set(places)].toSorted();
}
