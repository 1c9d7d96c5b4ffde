/** SQL that sums one day of one counter [P43]. Pure. */
import { familiesOf, SUMMED, WHOLE } from './kept.ts';
import type { SummedKind } from './mark.ts';

/** Of what a row of sums is: all rows, those that reached a goal, any goal or a favourite one; prices; the mark. */
export const PART = {
  rows: 'rows',
  goal: 'goal',
  any: 'any',
  favorites: 'favorites',
  price: 'price',
  until: 'until',
} as const;

/** After a run that was cut off, older servers would take the same sums for a repeat and drop them. */
const ANEW = 'SETTINGS insert_deduplicate = 0';

const KEY = 'counter_id, kind, family, day, value_id, value, part, goal, currency';
/** What a day, a goal and a visit's own figures are called, whatever the table. */
const ROW: Readonly<Record<SummedKind, readonly string[]>> = {
  visits: [
    'started_at AS moment',
    'visit_id AS row_id',
    'toUInt64(page_views) AS views',
    'toUInt64(is_bounce) AS bounced',
    'toUInt64(duration) AS seconds',
    'visit_number = 1 AS is_new',
    'goal_ids',
    'goal_prices',
    'goal_currencies',
  ],
  hits: [
    'at AS moment',
    'hit_id AS row_id',
    'toUInt64(1) AS views',
    'toUInt64(0) AS bounced',
    'toUInt64(0) AS seconds',
    'false AS is_new',
    'emptyArrayUInt64() AS goal_ids',
    'emptyArrayFloat64() AS goal_prices',
    'emptyArrayString() AS goal_currencies',
  ],
};

/** An address of a person may stand where masking is off: a path or a tag with one has no name here. */
const withoutPeople = (sql: string, name: string): string => {
  const long = name.includes('Path') ? '|[0-9]{10}' : '';
  return `replaceRegexpOne(toString(${sql}), '^.*(?:@|%40${long}).*$', '(masked)')`;
};

/** Bound: `counter`, `zone`, `day`. */
export function ofDaySql(kind: SummedKind): string {
  const { scope } = SUMMED[kind];
  const { column, margin } = scope.day;
  return `counter_id = {counter:UInt32}
  AND ${column} BETWEEN {day:Date} - ${margin} AND {day:Date} + ${margin}
  AND toDate(${scope.time}, {zone:String}) = {day:Date}
  AND NOT ${scope.robots}${scope.only === null ? '' : `\n  AND ${scope.only}`}`;
}

function rowsSql(kind: SummedKind, first = 0, end = Infinity): string {
  const told = [
    `('${WHOLE}', '')`,
    ...familiesOf(kind).map(({ name, sql }) => `('${name}', ${withoutPeople(sql, name)})`),
  ];
  return `SELECT visitor_id,
  ${ROW[kind].join(',\n  ')},
  [${told.slice(first, end).join(', ')}] AS told
FROM ${SUMMED[kind].scope.table}
WHERE ${ofDaySql(kind)}`;
}

const count = (goals: string): string => `toUInt64(arrayCount(g -> has(${goals}, g), goal_ids))`;
const PARTS = `CAST(arrayConcat(
  [('${PART.rows}', toUInt64(0), toUInt64(0))],
  arrayMap(g -> ('${PART.goal}', g, toUInt64(countEqual(goal_ids, g))), arrayDistinct(goal_ids)),
  if(hasAny(goal_ids, {goals:Array(UInt64)}), [('${PART.any}', toUInt64(0), ${count('{goals:Array(UInt64)}')})], []),
  if(hasAny(goal_ids, {favorites:Array(UInt64)}), [('${PART.favorites}', toUInt64(0), ${count('{favorites:Array(UInt64)}')})], [])
), 'Array(Tuple(String, UInt64, UInt64))')`;

/** Figures of the rows themselves: those that reached a goal have them already. */
const own = (sql: string): string => `if(part = '${PART.rows}', ${sql}, 0)`;

/**
 * A visitor of a day counts in each value that they had, and once in all: in the value of their first row
 * (`first_users`), or of their first row that has one (`first_valued`).
 * @param first of the dimensions, the whole being 0 @param end behind the last of them
 * Also bound: `goals` and `favorites`, those that are there.
 */
export function countsSql(kind: SummedKind, first: number, end: number): string {
  return `INSERT INTO day_sums (${KEY}, visits, users, first_users, first_valued, new_users, reaches, page_views, bounces, duration)
SELECT {counter:UInt32}, '${kind}', family, {day:Date}, cityHash64(value, part, goal, ''), value, part, goal, '',
  sum(n), count(), countIf(is_first), countIf(is_first_valued), ${own('countIf(news > 0)')}, sum(reached),
  ${own('sum(views)')}, ${own('sum(bounces)')}, ${own('sum(time)')}
FROM (
  SELECT *,
    first = min(first) OVER person AS is_first,
    value != '' AND first = minIf(first, value != '') OVER person AS is_first_valued
  FROM (
    SELECT t.1 AS family, t.2 AS value, r.1 AS part, r.2 AS goal, visitor_id,
      count() AS n, min((moment, row_id)) AS first, countIf(is_new) AS news, sum(r.3) AS reached,
      sum(views) AS views, sum(bounced) AS bounces, sum(seconds) AS time
    FROM (
      SELECT *, ${PARTS} AS parts
      FROM (${rowsSql(kind, first, end)})
    )
    ARRAY JOIN told AS t
    ARRAY JOIN parts AS r
    GROUP BY family, value, part, goal, visitor_id
  )
  WINDOW person AS (PARTITION BY family, part, goal, visitor_id)
)
GROUP BY family, value, part, goal
${ANEW}`;
}

/** Prices by goal and currency, exact to the millionth. */
export function pricesSql(kind: SummedKind): string {
  return `INSERT INTO day_sums (${KEY}, price)
SELECT {counter:UInt32}, '${kind}', t.1 AS family, {day:Date}, cityHash64(value, '${PART.price}', goal, currency), t.2 AS value,
  '${PART.price}', p.1 AS goal, toString(p.3) AS currency, sum(toInt128(round(p.2 * 1e6))) / 1e6
FROM (${rowsSql(kind)})
ARRAY JOIN told AS t
ARRAY JOIN arrayZip(goal_ids, goal_prices, goal_currencies) AS p
WHERE p.2 != 0
GROUP BY family, value, goal, currency
${ANEW}`;
}

/** From here back, sums are read and rows are not. Bound: `counter`, `zone`, `day`. */
export const markSql = (kind: SummedKind): string =>
  `INSERT INTO day_sums (${KEY})
SELECT {counter:UInt32}, '${kind}', '${PART.until}', {day:Date}, 0, {zone:String}, '${PART.until}', 0, ''`;
