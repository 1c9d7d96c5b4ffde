/** The funnel's own questions to the analytics store, over the very visits that reports are about. */
import {
  createBinder,
  createCompilation,
  selectionSql,
  type Binder,
  type Compiled,
  type Plan,
} from '../../query/index.ts';

/** A visitor, and the second from which their reaches count. */
export interface Since {
  readonly visitor: string;
  /** Unix seconds. */
  readonly second: number;
}

const NEVER = 'toUInt32(4294967295)';
const SETTINGS = 'SETTINGS do_not_merge_across_partitions_select_final = 1';

/** Visitors who came as robots only: one row each, `visitor`. */
export function compileRobots(plan: Plan): Compiled {
  const binder = createBinder();
  const visits = selection({ ...plan, robots: true }, binder);
  const sql = `SELECT toString(visitor_id) AS visitor
FROM (
${visits}
)
GROUP BY visitor_id
HAVING min(toUInt8(is_robot)) = 1
${SETTINGS}`;
  return { sql, params: binder.params };
}

/**
 * Revenue, one row for each currency: `currency`, `millionths`. Summed in whole ones, so that it is exact
 * whatever the order of rows; the same price in the same second of a visit counts once [M24].
 * @param only from when on it counts, of these visitors alone [M23]; absent: all of it
 */
export function compileRevenue(plan: Plan, only?: readonly Since[]): Compiled {
  const binder = createBinder();
  const { bind } = binder;
  const since = only && {
    visitors: `arrayMap(v -> toUInt64(v), ${bind(
      'Array(String)',
      only.map(({ visitor }) => visitor),
    )})`,
    seconds: bind(
      'Array(UInt32)',
      only.map(({ second }) => second),
    ),
  };
  const visits = selection(plan, binder, [
    'notEmpty(goal_ids)',
    ...(since ? [`visitor_id IN (SELECT arrayJoin(${since.visitors}))`] : []),
  ]);
  const conditions = [
    `has(${bind('Array(UInt64)', plan.goals)}, g)`,
    'p > 0',
    ...(since
      ? [`toUnixTimestamp(at) >= transform(visitor_id, ${since.visitors}, ${since.seconds}, ${NEVER})`]
      : []),
  ];
  const sql = `SELECT c AS currency, toString(sum(price)) AS millionths
FROM (
SELECT DISTINCT visitor_id, visit_id, at, c, toInt128(round(p * 1e6)) AS price
FROM (
${visits}
)
ARRAY JOIN goal_ids AS g, goal_times AS at, goal_prices AS p, goal_currencies AS c
WHERE ${conditions.join('\n  AND ')}
)
GROUP BY c
${SETTINGS}`;
  return { sql, params: binder.params };
}

function selection(plan: Plan, binder: Binder, conditions: readonly string[] = []): string {
  // No metric of the funnel is spread over days.
  const days = (): string => '1';
  return selectionSql(createCompilation(plan, binder, days), { conditions });
}
