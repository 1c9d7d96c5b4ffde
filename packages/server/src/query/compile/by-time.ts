/** Rows that know their visitor and their time alone, each with the visit in which it happened [M85]. */
import { visits } from '../scopes/visits.ts';
import type { Scope } from '../scopes/scope.ts';

/** The tag may report a visit later than the chat reports its conversation [M114]. */
const AHEAD_SECONDS = 60;
/** As long as a visit lasts at most [V4]. */
const BEHIND_SECONDS = 48 * 3_600;

/**
 * A table of the rows with the column `visit_id`; those of no visit are not in it.
 * @param rows which of them are read @param around which visits are looked at: a later one takes a row from an earlier
 */
export function rowsWithVisits(
  scope: Scope & { readonly table: string },
  rows: readonly string[],
  around: readonly string[],
): string {
  const own = rows.join(' AND ');
  return `(
  SELECT told.*, of_visit.visit_id AS visit_id
  FROM (
    SELECT *, ${scope.time} + ${AHEAD_SECONDS} AS until
    FROM ${scope.table}
    WHERE ${own}
  ) AS told
  ASOF INNER JOIN (
    SELECT counter_id, visitor_id, visit_id, ${visits.time}
    FROM ${visits.table}
    WHERE ${around.join(' AND ')} AND visitor_id IN (SELECT visitor_id FROM ${scope.table} WHERE ${own})
  ) AS of_visit
  ON told.counter_id = of_visit.counter_id AND told.visitor_id = of_visit.visitor_id AND told.until >= of_visit.${visits.time}
  WHERE dateDiff('second', of_visit.${visits.time}, told.${scope.time}) <= ${BEHIND_SECONDS}
)`;
}
