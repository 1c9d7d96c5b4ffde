/** Statements of a funnel: how far chains in the moments of all people go [M81]. */
import { createBinder, type Binder } from '../compile/binder.ts';
import type { Cte } from '../compile/grouping.ts';
import { withSql } from '../compile/statement.ts';
import type { Compiled } from '../compile/table.ts';
import type { AskedFunnel } from './asked.ts';
import { FLAG, peopleCtes } from './moments.ts';

const NONE = 'toInt64(0)';
const NEVER = 'toInt64(9223372036854775807)';
const SETTINGS = 'SETTINGS do_not_merge_across_partitions_select_final = 1';

/**
 * `c1`, `c2`, … have for each moment when the latest first step was from which a chain comes to that step there;
 * zeros where none does. Such chains never cross, so that the last one before a moment is the latest.
 */
function chainCtes({ steps }: AskedFunnel): Cte[] {
  return steps.map(({ directly }, index) => ({
    name: `chain${index + 1}`,
    sql:
      index === 0
        ? `SELECT *, arrayMap((x, s) -> if(s, x, ${NONE}), moments, starts) AS c1\nFROM parts`
        : `SELECT *, ${chainSql(index, directly === true)} AS c${index + 1}\nFROM chain${index}`,
  }));
}

function chainSql(index: number, directly: boolean): string {
  const before = `arrayPopBack(arrayFill(c -> c > 0, arrayPushFront(c${index}, ${NONE})))`;
  const comes = `bitTest(f, ${index})`;
  if (!directly) return `arrayMap((f, c) -> if(${comes}, c, ${NONE}), flags, ${before})`;
  // Page views up to the step before.
  const views = `arrayPopBack(arrayFill((n, c) -> c > 0, arrayPushFront(views, 0), arrayPushFront(c${index}, ${NONE})))`;
  const near = `n - bitTest(f, ${FLAG.view}) = m`;
  return `arrayMap((f, c, n, m) -> if(${comes} AND ${near}, c, ${NONE}), flags, ${before}, views, ${views})`;
}

/** Seconds of the shortest chain to each step; a chain longer than the window is none. */
function spansCte({ steps, window }: AskedFunnel, binder: Binder): Cte {
  const within = withinSql(window, binder);
  const spans = steps.map(
    (_step, index) =>
      `arrayMin(arrayMap((x, c) -> if(${within}, x - c, ${NEVER}), moments, c${index + 1})) AS s${index + 1}`,
  );
  return { name: 'spans', sql: `SELECT *, ${spans.join(',\n  ')}\nFROM chain${steps.length}` };
}

const withinSql = (window: number | null, binder: Binder): string =>
  window === null ? 'c > 0' : `c > 0 AND x - c <= ${binder.bind('Int64', window)}`;

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
  const at = `arrayLastIndex((x, c) -> ${withinSql(asked.window, binder)}, moments, c${step})`;
  const last = `SELECT toString(visitor) AS visitor, places[place].2 AS counter_id,
  toString(places[place].1) AS visit, c${step}[place] AS entered_at, moments[place] AS reached_at,
  places[place].3 AS page, count() OVER () AS total_rows
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
