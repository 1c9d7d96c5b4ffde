/** How long the values bound in a statement are, about, as text. */
import type { SqlParams } from '../../kit/olap.ts';

/** @returns characters, not fewer than there are before they are escaped */
export function boundSize(params: SqlParams): number {
  let size = 0;
  for (const value of Object.values(params)) size += sizeOf(value);
  return size;
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return value.length + 2;
  if (!Array.isArray(value)) return String(value).length;
  let size = 2;
  for (const one of value) size += sizeOf(one) + 1;
  return size;
}
