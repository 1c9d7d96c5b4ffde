/** Statements of a funnel: the moments of all visitors in order, and how far chains in them go [M81]. */
import type { FunnelScope, FunnelStep } from '@goalpost/contract/reports/funnels';
import { actionSql, type PlannedAction } from '../actions/action.ts';
import { visitFactsSql } from '../actions/visit-facts.ts';
import { createBinder, type Binder } from '../compile/binder.ts';
import type { Cte } from '../compile/grouping.ts';
import { conditionsOf, fromSql } from '../compile/rows.ts';
import { createCompilation, type Compilation } from '../compile/scope.ts';
import { withSql } from '../compile/statement.ts';
import type { Compiled } from '../compile/table.ts';
import type { Plan } from '../plan/plan.ts';
import { anyHits } from '../scopes/hits.ts';

export interface AskedFunnel {
  /** Its period, filters and dimension are about the visits of first steps. */
  readonly plan: Plan;
  readonly steps: readonly FunnelStep[];
  readonly actions: readonly PlannedAction[];
  readonly scope: FunnelScope;
  readonly window: number | null;
  readonly limit: number;
  readonly offset: number;
}

/** Fields of a moment in the tuples of `v`. */
const MOMENT = { at: 1, view: 4, steps: 5, starts: 6, value: 7, visit: 8, counter: 9, page: 10 } as const;
const DAY = 86_400;
const NONE = '(toInt64(0), toInt64(0))';
const NEVER = 'toInt64(9223372036854775807)';
const SETTINGS = 'SETTINGS do_not_merge_across_partitions_select_final = 1';

const KEYS: Readonly<Record<FunnelScope, string>> = {
  visit: '(counter_id, visit_id)',
  visitor: 'visitor_id',
};

function momentsSql(asked: AskedFunnel, binder: Binder, withPages: boolean): string {
  const { plan, steps, actions, window } = asked;
  const after = window === null ? anyHits.afterVisit : Math.ceil(window / DAY) + 1;
  const compilation: Compilation = {
    ...createCompilation(plan, binder, () => '1'),
    scope: anyHits,
    margin: { before: 0, after },
  };
  const found = actions.map((action, step) => `${actionSql(compilation, action)} * ${2 ** step}`);
  const counts = steps.some(({ directly }) => directly === true) ? ` OR kind = 'view'` : '';
  const day = `toDate(at, ${binder.bind('String', plan.zone.store)})`;
  const inPeriod = `${day} BETWEEN ${binder.bind('Date', plan.from)} AND ${binder.bind('Date', plan.to)}`;
  return `SELECT counter_id, visit_id, visitor_id, toInt64(toUnixTimestamp(at)) AS moment, arrived_at, hit_id,
  kind = 'view' AS is_view,
  toUInt16(${found.join('\n    + ')}) AS steps,
  ${inPeriod} AS in_period${withPages ? ',\n  page' : ''}
FROM ${fromSql(compilation)}
WHERE ${conditionsOf(compilation).join(' AND ')} AND (steps > 0${counts})`;
}

/** Moments of all visitors in order, once for all first steps, and once for those of each value of the dimension. */
function peopleCtes(asked: AskedFunnel, binder: Binder, withPages: boolean): Cte[] {
  const facts = visitFactsSql(asked.plan, binder);
  const joined = facts === null ? '' : `\nANY LEFT JOIN (\n${facts}\n) AS facts USING (counter_id, visit_id)`;
  const starts = facts === null ? 'in_period' : 'in_period AND chosen';
  const value = facts === null ? `'='` : 'value';
  const moment = `(moment, arrived_at, hit_id, is_view, steps, ${starts} AND bitTest(steps, 0), ${value}, visit_id, counter_id, ${withPages ? 'page' : `''`})`;
  const values =
    asked.plan.dimensions.length === 0
      ? `['*']`
      : `arrayPushFront(arrayDistinct(arrayMap(x -> x.${MOMENT.value}, arrayFilter(x -> x.${MOMENT.starts}, v))), '*')`;
  return [
    { name: 'moments', sql: momentsSql(asked, binder, withPages) },
    {
      name: 'people',
      sql: `SELECT ${KEYS[asked.scope]} AS person, any(visitor_id) AS visitor, arraySort(groupArray(${moment})) AS v
FROM moments${joined}
GROUP BY person
HAVING arrayExists(x -> x.${MOMENT.starts}, v)`,
    },
    {
      name: 'parts',
      sql: `SELECT visitor, v, arrayCumSum(x -> x.${MOMENT.view}, v) AS views, part
FROM people
ARRAY JOIN ${values} AS part`,
    },
  ];
}

/**
 * `c1`, `c2`, … have for each moment the latest first step from which a chain comes to that step there, and the
 * number of page views up to there; zeros where none does. Such chains never cross, so that the last one before
 * a moment is the latest.
 */
function chainCtes({ steps }: AskedFunnel): Cte[] {
  return steps.map(({ directly }, index) => {
    if (index === 0) {
      const starts = `x.${MOMENT.starts} AND (part = '*' OR x.${MOMENT.value} = part)`;
      return {
        name: 'chain1',
        sql: `SELECT visitor, part, v, views, arrayMap((x, n) -> if(${starts}, (x.${MOMENT.at}, toInt64(n)), ${NONE}), v, views) AS c1
FROM parts`,
      };
    }
    const before = `arrayPopBack(arrayFill(y -> y.1 > 0, arrayPushFront(c${index}, ${NONE})))`;
    const near = directly === true ? ` AND toInt64(n) - x.${MOMENT.view} = p.2` : '';
    const comes = `bitTest(x.${MOMENT.steps}, ${index}) AND p.1 > 0${near}`;
    return {
      name: `chain${index + 1}`,
      sql: `SELECT *, arrayMap((x, n, p) -> if(${comes}, (p.1, toInt64(n)), ${NONE}), v, views, ${before}) AS c${index + 1}
FROM chain${index}`,
    };
  });
}

/** Seconds of the shortest chain to each step; a chain longer than the window is none. */
function spansCte({ steps, window }: AskedFunnel, binder: Binder): Cte {
  const within = window === null ? '1' : `x.${MOMENT.at} - y.1 <= ${binder.bind('Int64', window)}`;
  const spans = steps.map(
    (_step, index) =>
      `arrayMin(arrayMap((x, y) -> if(y.1 > 0 AND ${within}, x.${MOMENT.at} - y.1, ${NEVER}), v, c${index + 1})) AS s${index + 1}`,
  );
  return { name: 'spans', sql: `SELECT *, ${spans.join(',\n  ')}\nFROM chain${steps.length}` };
}

/** Rows by the first step, with the totals in front: columns `n1`, `t1`, … */
export function compileCounts(asked: AskedFunnel): Compiled {
  const binder = createBinder();
  const ctes = [...peopleCtes(asked, binder, false), ...chainCtes(asked), spansCte(asked, binder)];
  const counts = asked.steps.flatMap((_step, index) => {
    const span = `s${index + 1}`;
    return [
      `countIf(${span} < ${NEVER}) AS n${index + 1}`,
      `arrayElement(arraySort(groupArrayIf(${span}, ${span} < ${NEVER})), intDiv(n${index + 1} + 1, 2)) AS t${index + 1}`,
    ];
  });
  const last = `SELECT part, ${counts.join(',\n  ')}, countIf(part != '*') OVER () AS total_rows
FROM spans
GROUP BY part
ORDER BY part = '*' DESC, n1 DESC, part ASC
LIMIT ${binder.bind('UInt64', asked.limit + 1)}
${SETTINGS}`;
  return { sql: `${withSql(ctes)}\n${last}`, params: binder.params };
}

/** Those whose furthest step is `step`, or at least that where `further`. @param step from 1 */
export function compilePeople(asked: AskedFunnel, step: number, further: boolean): Compiled {
  const binder = createBinder();
  const ctes = [...peopleCtes(asked, binder, true), ...chainCtes(asked), spansCte(asked, binder)];
  const isLast = step === asked.steps.length;
  const stops = further || isLast ? '' : ` AND s${step + 1} = ${NEVER}`;
  const within =
    asked.window === null ? '1' : `x.${MOMENT.at} - y.1 <= ${binder.bind('Int64', asked.window)}`;
  const at = `arrayLastIndex((x, y) -> y.1 > 0 AND ${within}, v, c${step})`;
  const last = `SELECT toString(visitor) AS visitor, v[place].${MOMENT.counter} AS counter_id,
  toString(v[place].${MOMENT.visit}) AS visit, c${step}[place].1 AS entered_at, v[place].${MOMENT.at} AS reached_at,
  v[place].${MOMENT.page} AS page, count() OVER () AS total_rows
FROM (
  SELECT *, ${at} AS place
  FROM spans
  WHERE part = '*' AND s${step} < ${NEVER}${stops}
)
ORDER BY reached_at DESC, visitor ASC, visit ASC
LIMIT ${binder.bind('UInt64', asked.limit)} OFFSET ${binder.bind('UInt64', asked.offset - 1)}
${SETTINGS}`;
  return { sql: `${withSql(ctes)}\n${last}`, params: binder.params };
}
