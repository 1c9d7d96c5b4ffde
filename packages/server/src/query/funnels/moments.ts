/** The moments of all people that a funnel looks at, each person's in order [M81]. */
import type { FunnelScope } from '@goalpost/contract/reports/funnels';
import { actionSql, hitsOf } from '../actions/action.ts';
import { visitFactsSql } from '../actions/visit-facts.ts';
import type { Binder } from '../compile/binder.ts';
import type { Cte } from '../compile/grouping.ts';
import { conditionsOf, fromSql } from '../compile/rows.ts';
import { createCompilation, type Compilation } from '../compile/scope.ts';
import { anyHits } from '../scopes/hits.ts';
import type { AskedFunnel } from './asked.ts';

/** Bits of a moment's flags behind those of the steps that it is. */
export const FLAG = { view: 16, starts: 17 } as const;

/**
 * A moment is one number, whose order is that of [M81]: time, arrival, number of the hit, and flags. The engine
 * groups and sorts numbers several times faster than tuples.
 */
const BITS = { flags: 32, hit: 64, arrival: 48 } as const;
const ARRIVAL = `bitOr(bitShiftLeft(toUInt128(toUnixTimestamp(at)), ${BITS.arrival}), toUInt64(arrived_at * 1000))`;
const HIT = `bitShiftLeft(toUInt128(hit_id), ${BITS.flags})`;
const TIME_BITS = BITS.flags + BITS.hit + BITS.arrival;

const DAY = 86_400;

const KEYS: Readonly<Record<FunnelScope, string>> = {
  visit: '(counter_id, visit_id)',
  visitor: 'visitor_id',
};

/** Whether some step lets no other page view lie before it. */
export const isDirect = ({ steps }: AskedFunnel): boolean => steps.some(({ directly }) => directly === true);

function momentsSql(asked: AskedFunnel, binder: Binder, withPages: boolean): string {
  const { plan, actions, window } = asked;
  const after = window === null ? anyHits.afterVisit : Math.ceil(window / DAY) + 1;
  const counts = isDirect(asked);
  const scope = hitsOf(actions);
  const compilation: Compilation = {
    ...createCompilation(plan, binder, () => '1'),
    // Views are counted beside steps of other kinds.
    scope: counts && scope.only !== IS_VIEW ? anyHits : scope,
    margin: { before: 0, after },
  };
  const found = actions.map((action, step) => `${actionSql(compilation, action)} * ${2 ** step}`);
  const day = `toDate(at, ${binder.bind('String', plan.zone.store)})`;
  const inPeriod = `${day} BETWEEN ${binder.bind('Date', plan.from)} AND ${binder.bind('Date', plan.to)}`;
  return `SELECT counter_id, visit_id, visitor_id,
  bitOr(bitShiftLeft(toUInt256(${ARRIVAL}), ${BITS.flags + BITS.hit}), ${HIT}) AS moment,
  toUInt32(${found.join('\n    + ')}) AS steps,
  bitTest(steps, 0) AND ${inPeriod} AS may_start${counts ? `,\n  ${IS_VIEW} AS is_view` : ''}${withPages ? ',\n  page' : ''}
FROM ${fromSql(compilation)}
WHERE ${conditionsOf(compilation).join(' AND ')} AND (steps > 0${counts ? ` OR ${IS_VIEW}` : ''})`;
}

const IS_VIEW = `kind = 'view'`;

const inOrder = (column: string): string =>
  `arraySort((x, k) -> k, groupArray(${column}), groupArray(packed))`;

/**
 * Lists of all moments of a person, once for all first steps, and once for those of each value of the dimension:
 * `moments` in seconds, `flags`, `starts`, `views` up to each, `places`.
 */
export function peopleCtes(asked: AskedFunnel, binder: Binder, withPages: boolean): Cte[] {
  const facts = visitFactsSql(asked.plan, binder);
  const joined = facts === null ? '' : `\nANY LEFT JOIN (\n${facts}\n) AS facts USING (counter_id, visit_id)`;
  const counts = isDirect(asked);
  const hasParts = asked.plan.dimensions.length > 0;
  const starts = facts === null ? 'may_start' : 'may_start AND chosen';
  const flags = [
    'steps',
    `bitShiftLeft(toUInt32(${starts}), ${FLAG.starts})`,
    ...(counts ? [`bitShiftLeft(toUInt32(is_view), ${FLAG.view})`] : []),
  ];
  const packed = `bitOr(moment, ${flags.join(' + ')})`;
  const lists = [
    'arraySort(groupArray(packed)) AS v',
    ...(hasParts ? [`${inOrder('value')} AS part_values`] : []),
    ...(withPages ? [`${inOrder('(visit_id, counter_id, page)')} AS places`] : []),
  ];
  const columns = [
    'visitor',
    `arrayMap(x -> toInt64(bitShiftRight(x, ${TIME_BITS})), v) AS moments`,
    'arrayMap(x -> toUInt32(x), v) AS flags',
    ...(counts ? [`arrayCumSum(x -> bitTest(x, ${FLAG.view}), flags) AS views`] : []),
    ...(withPages ? ['places'] : []),
  ];
  const own = `arrayMap(x -> bitTest(x, ${FLAG.starts}), flags)`;
  const parts = `arrayPushFront(arrayDistinct(arrayFilter((x, s) -> s, part_values, ${own})), '*')`;
  return [
    { name: 'hits_of_steps', sql: momentsSql(asked, binder, withPages) },
    { name: 'packed_hits', sql: `SELECT *, ${packed} AS packed\nFROM hits_of_steps${joined}` },
    {
      name: 'people',
      sql: `SELECT ${KEYS[asked.scope]} AS person, any(visitor_id) AS visitor, ${lists.join(',\n  ')}
FROM packed_hits
GROUP BY person
HAVING max(${starts})`,
    },
    {
      name: 'parts',
      sql: hasParts
        ? `SELECT ${columns.join(',\n  ')},
  arrayMap((s, x) -> s AND (part = '*' OR x = part), ${own}, part_values) AS starts, part
FROM people
ARRAY JOIN ${parts} AS part`
        : `SELECT ${columns.join(',\n  ')},\n  ${own} AS starts, '*' AS part\nFROM people`,
    },
  ];
}
