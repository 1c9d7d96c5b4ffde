/** Statements of attribution: visitors' visits in order, the paths that end in a goal, and shares in them [M66]. */
import type { AttributionModel } from '@goalpost/contract/reports/attribution';
import { createBinder, type Binder } from '../compile/binder.ts';
import { conditionsOf, fromSql } from '../compile/rows.ts';
import { createCompilation, dimensionSql, valueDimensions, type Compilation } from '../compile/scope.ts';
import { withSql } from '../compile/statement.ts';
import type { Compiled } from '../compile/table.ts';
import { whereSql } from '../compile/where.ts';
import { millionthsSql, REACH_LISTS, REACH_PRICE, rateSqlInto } from '../money/rate-sql.ts';
import type { Plan } from '../plan/plan.ts';
import { effectWeight, TOUCH, WEIGHTS } from './models.ts';
import { GOAL, NOTHING, OTHERS, START } from './removal.ts';

export interface Attributing {
  /** Of visits, with one dimension. Its period and filters choose the visits in which goals were reached. */
  readonly plan: Plan;
  /** Numbers of the goals whose reaches are shared out. */
  readonly goals: readonly number[];
  readonly windowDays: number;
  readonly halfLifeDays: number;
  readonly models: readonly AttributionModel[];
  /** System of the last click on an ad; null: any. */
  readonly adSystem: string | null;
  readonly limit: number;
}

const DAY = 86_400;
/** Sources that say nothing of where a visitor came from [V15]. */
const INSIGNIFICANT = `('direct', 'internal', 'undefined')`;
const CHOSEN = 8;
const IN_PERIOD = 9;
/** Number of the first further field. */
export const MORE = IN_PERIOD + 1;

/** What of a visit's reaches counts, over its arrays. */
function goalSql({ goals }: Attributing, { bind }: Binder): string {
  return `has(${bind('Array(UInt64)', goals)}, g)`;
}

function touchesSql(asked: Attributing, compilation: Compilation, more: readonly string[]): string {
  const { plan, adSystem } = asked;
  const { bind } = compilation.binder;
  const [found] = valueDimensions(plan);
  const value =
    found === undefined ? `''` : `ifNull(toString(${dimensionSql(compilation, found.dimension)}), '')`;
  const goal = goalSql(asked, compilation.binder);
  const rate = rateSqlInto(plan.currency, plan, compilation.binder);
  const price = `if(${goal}, ${millionthsSql(REACH_PRICE, bind('String', plan.currency), rate)}, 0)`;
  const day = `toDate(started_at, ${bind('String', plan.zone.store)})`;
  const inPeriod = `${day} BETWEEN ${bind('Date', plan.from)} AND ${bind('Date', plan.to)}`;
  const where =
    plan.where === null ? '1' : whereSql({ ...compilation, margin: { before: 0, after: 0 } }, plan.where);
  const ofSystem = adSystem === null ? '' : ` AND source_engine = ${bind('String', adSystem)}`;
  return `SELECT visitor_id, (
  toInt64(toUnixTimestamp(started_at)),
  visit_id,
  concat('=', ${value}),
  traffic_source NOT IN ${INSIGNIFICANT},
  traffic_source = 'ad'${ofSystem},
  toInt64(arrayCount(g -> ${goal}, goal_ids)),
  arraySum(arrayMap((g, p, c, t) -> ${price}, ${REACH_LISTS})),
  (${inPeriod}) AND (${where}),
  ${[inPeriod, ...more].join(',\n  ')}
) AS touch
FROM ${fromSql(compilation)}
WHERE ${conditionsOf(compilation).join(' AND ')}`;
}

/**
 * Visitors with a visit in the period, each with all visits up to its end in order.
 * @param more further fields of a touch, behind the others
 */
export function visitorCtes(
  asked: Attributing,
  binder: Binder,
  more: (compilation: Compilation) => readonly string[] = () => [],
) {
  const compilation = {
    ...createCompilation(asked.plan, binder, () => '1'),
    margin: { before: asked.windowDays + 1, after: 0 },
  };
  const window = binder.bind('Int64', asked.windowDays * DAY);
  return [
    { name: 'touches', sql: touchesSql(asked, compilation, more(compilation)) },
    {
      name: 'visitors',
      sql: `SELECT arraySort(x -> (x.${TOUCH.at}, x.${TOUCH.visit}), groupArray(touch)) AS v,
  arrayFilter(i -> v[i].${CHOSEN} AND v[i].${TOUCH.reached} > 0, arrayEnumerate(v)) AS goals
FROM touches
GROUP BY visitor_id
HAVING max(touch.${IN_PERIOD})`,
    },
    {
      name: 'paths',
      sql: `SELECT arrayFilter(x -> x.${TOUCH.at} >= v[k].${TOUCH.at} - ${window}, arraySlice(v, 1, k)) AS path
FROM visitors
ARRAY JOIN goals AS k`,
    },
  ];
}

export const SETTINGS = 'SETTINGS do_not_merge_across_partitions_select_final = 1';

/** How often a value is followed by another, by the goal, or by nothing. Visits behind the last goal lead nowhere. */
export function compileSteps(asked: Attributing): Compiled {
  const binder = createBinder();
  const window = binder.bind('Int64', asked.windowDays * DAY);
  const tail = `arrayFilter(x -> x.${TOUCH.at} >= v[-1].${TOUCH.at} - ${window}, arraySlice(v, if(empty(goals), 0, goals[-1]) + 1))`;
  const ctes = [
    ...visitorCtes(asked, binder),
    {
      name: 'walks',
      sql: `SELECT path, '${GOAL}' AS outcome FROM paths
UNION ALL
SELECT ${tail} AS path, '${NOTHING}' AS outcome FROM visitors WHERE notEmpty(path)`,
    },
  ];
  const values = `arrayMap(x -> x.${TOUCH.value}, path)`;
  const last = `SELECT step.1 AS from_value, step.2 AS to_value, count() AS steps
FROM walks
ARRAY JOIN arrayZip(arrayPushFront(${values}, '${START}'), arrayPushBack(${values}, outcome)) AS step
GROUP BY from_value, to_value
${SETTINGS}`;
  return { sql: `${withSql(ctes)}\n${last}`, params: binder.params };
}

/** Rows by the first model's reaches, with a row of totals in front: columns `r0`, `p0`, … in millionths. */
export function compileShares(asked: Attributing, effects: ReadonlyMap<string, number>): Compiled {
  const binder = createBinder();
  const weights = weightsOf(effects, binder);
  const scope = { binder, halfLifeSeconds: asked.halfLifeDays * DAY, effects: weights };
  const all = asked.models.map((model, index) => `${WEIGHTS[model](scope)} AS w${index}`);
  const shares = asked.models.flatMap((_model, index) => [
    `${shareSql(`path[-1].${TOUCH.reached} * 1000000`, `w${index}`)} AS rs${index}`,
    `${shareSql(`path[-1].${TOUCH.revenue}`, `w${index}`)} AS ps${index}`,
  ]);
  const joined = asked.models.flatMap((_model, index) => [
    `rs${index} AS rr${index}`,
    `ps${index} AS pp${index}`,
  ]);
  const sums = asked.models.flatMap((_model, index) => [
    `toString(sum(rr${index})) AS r${index}`,
    `toString(sum(pp${index})) AS p${index}`,
    ...(index === 0 ? ['sum(rr0) AS first_reaches'] : []),
  ]);
  const ctes = [
    ...visitorCtes(asked, binder),
    { name: 'weighed', sql: `SELECT path, ${all.join(',\n  ')}\nFROM paths` },
    {
      name: 'shared',
      sql: `SELECT arrayMap(x -> x.${TOUCH.value}, path) AS names,\n  ${shares.join(',\n  ')}\nFROM weighed`,
    },
    {
      name: 'summed',
      sql: `SELECT grouping(name) AS is_total, name, ${sums.join(',\n  ')}
FROM shared
ARRAY JOIN names AS name, ${joined.join(', ')}
GROUP BY GROUPING SETS ((name), ())`,
    },
  ];
  const last = `SELECT *, countIf(is_total = 0) OVER () AS total_rows
FROM summed
ORDER BY is_total DESC, first_reaches DESC, name ASC
LIMIT ${binder.bind('UInt64', asked.limit + 1)}
${SETTINGS}`;
  return { sql: `${withSql(ctes)}\n${last}`, params: binder.params };
}

/** Whole parts that add up to the whole: each is what is due up to here, less what was due before. */
export function shareSql(whole: string, weights: string): string {
  const due = `arrayMap(c -> intDiv(toInt128(${whole}) * c, arraySum(${weights})), arrayCumSum(${weights}))`;
  return `arrayMap((due, before) -> due - before, ${due}, arrayPushFront(arrayPopBack(${due}), toInt128(0)))`;
}

export function weightsOf(effects: ReadonlyMap<string, number>, { bind }: Binder): [string, string] {
  const listed = [...effects].filter(([value]) => value !== OTHERS);
  // `transform` needs one at least; no value is so called.
  const pairs: [string, number][] = listed.length === 0 ? [[OTHERS, 1]] : listed;
  return [
    bind(
      'Array(String)',
      pairs.map(([value]) => value),
    ),
    bind(
      'Array(Int64)',
      pairs.map(([, effect]) => effectWeight(effect)),
    ),
  ];
}

/** Prices of the same reaches in other currencies [M32]. */
export function compileOthers(asked: Attributing): Compiled {
  const binder = createBinder();
  const compilation = createCompilation(asked.plan, binder, () => '1');
  const { plan } = asked;
  const where = plan.where === null ? [] : [whereSql(compilation, plan.where)];
  const rate = rateSqlInto(plan.currency, plan, binder);
  const conditions = [
    ...conditionsOf(compilation),
    ...where,
    goalSql(asked, binder),
    `c != ${binder.bind('String', plan.currency)}`,
    'p > 0',
    ...(rate === null ? [] : [`${rate('c', 't')} = 0`]),
  ];
  const sql = `SELECT c AS currency, toString(sum(toInt128(round(p * 1e6)))) AS millionths
FROM ${fromSql(compilation)}
ARRAY JOIN goal_ids AS g, goal_prices AS p, goal_currencies AS c, goal_times AS t
WHERE ${conditions.join(' AND ')}
GROUP BY currency
${SETTINGS}`;
  return { sql, params: binder.params };
}
