/** Conditions that choose rows of the result by the ids of their dimensions. */
import { dimensionSql, valueDimensions, type Compilation } from './scope.ts';

/** A row by its dimensions' ids; null is "no value". */
export type RowKey = readonly (string | null)[];

/** Those with one value a row; of items of a list, the caller picks its own. */
export function keysSql(compilation: Compilation, keys: readonly RowKey[]): string {
  const rows = keys.map((key) => {
    const parts = keyParts(compilation, key);
    return parts.length === 0 ? '1' : `(${parts.join(' AND ')})`;
  });
  const distinct = [...new Set(rows)];
  return distinct.length === 0 ? '0' : `(${distinct.join(' OR ')})`;
}

/** Of the dimensions that the key says, which may be the first few only. */
export function keyParts(compilation: Compilation, key: RowKey): string[] {
  const { plan, binder } = compilation;
  return valueDimensions(plan)
    .filter(({ index }) => index < key.length)
    .map(({ dimension, index }) => {
      const value = key[index] ?? null;
      const column = dimensionSql(compilation, dimension);
      if (value === null) return `isNull(${column})`;
      return `ifNull(toString(${column}) = ${binder.bind('String', value)}, 0)`;
    });
}
