/** Which rows of a change are worth a sentence [M124]; pure. */
import type { ChangesResponse } from '@goalpost/contract/reports/changes';

type Row = ChangesResponse['dimensions'][number]['rows'][number];

export interface Named extends Row {
  /** Its full name. */
  readonly dimension: string;
}

const MOST_NAMED = 3;

/** The largest changes that are more than chance, each cause once. */
export function largestOf({ dimensions }: Pick<ChangesResponse, 'dimensions'>): readonly Named[] {
  const clear = dimensions
    .flatMap(({ dimension, rows }) => rows.map((row) => ({ ...row, dimension })))
    .filter((row) => row.clear === true && (row.value.id ?? row.value.name ?? '') !== '');
  const named: Named[] = [];
  for (const row of clear.toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change))) {
    // A channel, its network and its campaign are one cause with the same numbers.
    if (named.every((known) => known.a !== row.a || known.b !== row.b)) named.push(row);
  }
  return named.slice(0, MOST_NAMED);
}

export type Said = 'more' | 'less' | 'same' | 'few';

/** A difference is told from as many as this. */
const FEW = 20;

/** What may be said of a count as a whole. */
export function saidOf({ a, b, change, clear }: ChangesResponse['total']): Said {
  if (Math.max(a, b) < FEW) return 'few';
  if (clear !== true) return 'same';
  return change > 0 ? 'more' : 'less';
}
