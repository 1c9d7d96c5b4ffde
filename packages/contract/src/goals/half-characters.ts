/** Finds texts that hold one half of a surrogate pair: no store keeps them, and no hit has them [G96]. */

/** @returns where they stand in the value, which has no circles */
export function halvesIn(value: unknown): (string | number)[][] {
  if (typeof value === 'string') return value.isWellFormed() ? [] : [[]];
  if (typeof value !== 'object' || value === null) return [];
  const list = Array.isArray(value);
  return Object.entries(value).flatMap(([name, held]) =>
    halvesIn(held).map((path) => [list ? Number(name) : name, ...path]),
  );
}
