/** How much each visit of a path counts, as whole numbers in SQL: one line adds a model [M66]. */
import type { AttributionModel } from '@goalpost/contract/reports/attribution';
import type { Binder } from '../compile/binder.ts';

/** Fields of a touch in the tuples of `path`. */
export const TOUCH = { at: 1, visit: 2, value: 3, significant: 4, ad: 5, reached: 6, revenue: 7 } as const;

export interface WeightScope {
  readonly binder: Binder;
  readonly halfLifeSeconds: number;
  /** Placeholders of values and their weights. */
  readonly effects: readonly [values: string, weights: string];
}

const ONE = 'toInt64(1)';
const SCALE = 1_000_000_000;

/** The one touch at the place, an expression over `path`. */
const only = (place: string): string => `arrayMap(i -> toInt64(i = ${place}), arrayEnumerate(path))`;

const LAST = 'length(path)';
const lastWhere = (field: number, otherwise: string): string =>
  `if(arrayExists(x -> x.${field}, path), arrayLastIndex(x -> x.${field}, path), ${otherwise})`;
const LAST_SIGNIFICANT = lastWhere(TOUCH.significant, LAST);

export const WEIGHTS: Readonly<Record<AttributionModel, (scope: WeightScope) => string>> = {
  first: () => only('1'),
  last: () => only(LAST),
  lastsign: () => only(LAST_SIGNIFICANT),
  last_ad: () => only(lastWhere(TOUCH.ad, LAST_SIGNIFICANT)),
  linear: () => `arrayMap(x -> ${ONE}, path)`,
  time_decay: ({ binder, halfLifeSeconds }) => {
    const half = binder.bind('Float64', halfLifeSeconds);
    return `arrayMap(x -> greatest(${ONE}, toInt64(round(${SCALE} * exp2((x.${TOUCH.at} - path[-1].${TOUCH.at}) / ${half})))), path)`;
  },
  // 40 % for each end, 20 % for all between them: whole numbers of 10 (n - 2) parts.
  position: () =>
    `arrayMap(i -> toInt64(multiIf(${LAST} < 3, 1, i = 1 OR i = ${LAST}, 4 * (${LAST} - 2), 2)), arrayEnumerate(path))`,
  data_driven: ({ effects: [values, weights] }) =>
    `arrayMap(x -> transform(x.${TOUCH.value}, ${values}, ${weights}, ${ONE}), path)`,
};

/** Removal effects as whole weights; none is nothing, so that every path has something to share by. */
export const effectWeight = (effect: number): number => Math.max(1, Math.round(effect * SCALE));
