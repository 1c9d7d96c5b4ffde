/** The statement of reports that share goals out: shares by the dimensions of each visit, and by the goal's interval. */
import type { SharingModel } from '@goalpost/contract/reports/attribution';
import { createBinder } from '../compile/binder.ts';
import { timeSql } from '../compile/chart.ts';
import { dimensionSql, valueDimensions } from '../compile/scope.ts';
import { withSql } from '../compile/statement.ts';
import type { Compiled } from '../compile/table.ts';
import type { Intervals } from '../intervals/intervals.ts';
import { MORE, SETTINGS, shareSql, visitorCtes, weightsOf, type Attributing } from './compile.ts';
import type { Measure } from './measures.ts';
import { WEIGHTS } from './models.ts';

const [AMOUNTS, LABEL, TIME] = [MORE, MORE + 1, MORE + 2];
const DAY = 86_400;

export interface Sharing {
  readonly attributing: Attributing;
  readonly model: SharingModel;
  readonly measures: readonly Measure[];
  /** Of a chart; null: the period as a whole. */
  readonly intervals: Intervals | null;
}

/** Rows of `t`, `label` (a JSON list of values) and `m0`, `m1`, … in millionths. */
export function compileShared(
  { attributing, model, measures, intervals }: Sharing,
  effectsOf: (measure: Measure) => ReadonlyMap<string, number>,
): Compiled {
  const binder = createBinder();
  const visitors = visitorCtes(attributing, binder, (compilation) => {
    const values = valueDimensions(attributing.plan).map(
      ({ dimension }) => `toString(${dimensionSql(compilation, dimension)})`,
    );
    const label =
      values.length === 0 ? `'[]'` : `toJSONString(CAST([${values.join(', ')}], 'Array(Nullable(String))'))`;
    const time = intervals === null ? `''` : `toString(${timeSql(compilation, intervals)})`;
    return [`[${measures.map((measure) => measure.amount(binder)).join(', ')}]`, label, time];
  });
  const weights = measures.map((measure, index) => {
    const effects = weightsOf(effectsOf(measure), binder);
    const scope = { binder, halfLifeSeconds: attributing.halfLifeDays * DAY, effects };
    return `${WEIGHTS[model](scope)} AS w${index}`;
  });
  const shares = measures.map(
    (_measure, index) => `${shareSql(`path[-1].${AMOUNTS}[${index + 1}]`, `w${index}`)} AS s${index}`,
  );
  const each = measures.map((_measure, index) => `s${index} AS share${index}`);
  const sums = measures.map((_measure, index) => `toString(sum(share${index})) AS m${index}`);
  const ctes = [
    ...visitors,
    { name: 'weighed', sql: `SELECT path, ${weights.join(',\n  ')}\nFROM paths` },
    {
      name: 'shared',
      sql: `SELECT path[-1].${TIME} AS t, arrayMap(x -> x.${LABEL}, path) AS labels,\n  ${shares.join(',\n  ')}\nFROM weighed`,
    },
  ];
  const last = `SELECT t, label, ${sums.join(', ')}
FROM shared
ARRAY JOIN labels AS label, ${each.join(', ')}
GROUP BY t, label
${SETTINGS}`;
  return { sql: `${withSql(ctes)}\n${last}`, params: binder.params };
}
