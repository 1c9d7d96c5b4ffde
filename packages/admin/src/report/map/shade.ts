/** How dark a country is drawn. Pure. */

/** Lighter would look like none. */
const LIGHTEST = 0.18;

/**
 * One country is often far ahead: by the root, the others can still be told apart.
 *
 * @returns from 0.18 to 1; null where there is nothing
 */
export function shadeOf(value: number | null | undefined, most: number): number | null {
  if (value === null || value === undefined || value <= 0 || most <= 0) return null;
  return LIGHTEST + (1 - LIGHTEST) * Math.sqrt(Math.min(value / most, 1));
}
