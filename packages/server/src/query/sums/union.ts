/** The table of a question that is answered from rows and from sums: both under the same names. */
import { addDays } from '../parse/dates.ts';
import type { Plan } from '../plan/plan.ts';
import { tableOf, type Scope } from '../scopes/scope.ts';
import { SUMMED } from './kept.ts';
import type { Mark, SummedKind } from './mark.ts';
import { ROWS } from './metrics.ts';
import { PART } from './sums-sql.ts';

/** The dimension's value, in rows and in sums. */
export const VALUE = 'summed_value';

/** What each metric looks at: of a row, and of sums. */
const COLUMNS: Readonly<
  Record<SummedKind, readonly (readonly [name: string, live: string, summed: string])[]>
> = {
  visits: [
    ['visit_number', 'visit_number', 'toUInt32(0)'],
    ['page_views', 'toUInt64(page_views)', 'page_views'],
    ['is_bounce', 'is_bounce', 'false'],
    ['duration', 'toUInt64(duration)', 'duration'],
    ['goal_ids', 'goal_ids', `if(part = '${PART.price}', [goal], emptyArrayUInt64())`],
    ['goal_prices', 'goal_prices', `if(part = '${PART.price}', [price], emptyArrayFloat64())`],
    [
      'goal_currencies',
      `CAST(goal_currencies, 'Array(String)')`,
      `if(part = '${PART.price}', [toString(currency)], emptyArrayString())`,
    ],
    [
      'goal_times',
      'goal_times',
      `if(part = '${PART.price}', [noon], CAST([], 'Array(DateTime(\\'UTC\\'))'))`,
    ],
    ['opened_on', 'opened_on', 'day'],
  ],
  hits: [],
};
const SUMS = ['visits', 'users', 'first_users', 'first_valued', 'reaches', 'bounces'] as const;

/** Numbers, days and names of zones alone stand in the text of a statement. */
function literal(text: string): string {
  if (!/^[\w+\-/:]+$/.test(text)) throw new Error(`no zone: ${text}`);
  return `'${text}'`;
}

/** @param value over a row; null: no dimension @param family its name among the sums */
export function unionScope(
  plan: Plan,
  {
    kind,
    marks,
    family,
    value,
  }: {
    readonly kind: SummedKind;
    readonly marks: readonly Mark[];
    readonly family: string;
    readonly value: string | null;
  },
): Scope {
  const { scope } = SUMMED[kind];
  const { column, margin } = scope.day;
  const counters = plan.counters.map(Number).join(', ');
  const table = tableOf(scope, {
    hasUploads: plan.hasUploads,
    counters: () => `(${counters})`,
    zone: () => literal(plan.zone.store),
  });
  const day = (date: string): string => `toDate(${literal(date)})`;
  const own = marks.map(
    (mark) =>
      `(counter_id != ${mark.counter} OR toDate(${scope.time}, ${literal(mark.zone)}) >= ${day(mark.until)})`,
  );
  const summed = marks.map((mark) => `(counter_id = ${mark.counter} AND day < ${day(mark.until)})`);
  const live = [
    `counter_id IN (${counters})`,
    `${column} BETWEEN ${day(addDays(plan.from, -margin))} AND ${day(addDays(plan.to, margin))}`,
    `NOT ${scope.robots}`,
    ...(scope.only === null ? [] : [scope.only]),
    ...own,
  ];
  const columns = COLUMNS[kind];
  // Noon of the day where the question's days begin: it is of that day there, whatever the zone of the sums.
  const noon = `toTimeZone(toDateTime(concat(toString(day), ' 12:00:00'), ${literal(plan.zone.store)}), 'UTC')`;
  const named = (at: 1 | 2): string[] => columns.map((one) => `${one[at]} AS ${one[0]}`);
  return {
    ...scope,
    table: `(
  SELECT counter_id, visitor_id, ${scope.time}, is_robot, ${value === null ? `''` : `toString(${value})`} AS ${VALUE},
    '' AS part, toUInt64(0) AS goal, ${SUMS.map((name) => `toUInt64(0) AS sum_${name}`).join(', ')}, toUInt64(0) AS sum_new${named(
      1,
    )
      .map((one) => `,\n    ${one}`)
      .join('')}
  FROM ${table}
  WHERE ${live.join('\n    AND ')}
  UNION ALL
  SELECT counter_id, toUInt64(0) AS visitor_id, noon AS ${scope.time}, false AS is_robot, value AS ${VALUE},
    toString(part) AS part, goal, ${SUMS.map((name) => `sum_${name}`).join(', ')}, sum_new${named(2)
      .map((one) => `,\n    ${one}`)
      .join('')}
  FROM (
    SELECT counter_id, day, value, toString(part) AS part, goal, currency, price, page_views, duration,
      ${noon} AS noon, new_users AS sum_new, ${SUMS.map((name) => `${name} AS sum_${name}`).join(', ')}
    FROM day_sums FINAL
    WHERE kind = '${kind}' AND family = '${family}' AND part != '${PART.until}' AND (${summed.join(' OR ')})
      AND day BETWEEN ${day(plan.from)} AND ${day(plan.to)}
  )
) AS ${kind}`,
    made: [],
    only: null,
    count: ROWS,
  };
}
