/** The statement of retention: when each visitor began, and in which later intervals they came back [M83]. */
import type { RetentionMode, RetentionUnit } from '@goalpost/contract/reports/retention';
import { actionSql, hitsOf, type PlannedAction } from '../actions/action.ts';
import { visitFactsSql } from '../actions/visit-facts.ts';
import { createBinder } from '../compile/binder.ts';
import { conditionsOf, fromSql } from '../compile/rows.ts';
import { createCompilation, type Compilation } from '../compile/scope.ts';
import { withSql } from '../compile/statement.ts';
import type { Compiled } from '../compile/table.ts';
import type { Plan } from '../plan/plan.ts';

export interface AskedRetention {
  readonly plan: Plan;
  readonly first: PlannedAction;
  readonly second: PlannedAction;
  readonly unit: RetentionUnit;
  readonly mode: RetentionMode;
}

/** Of a rolling interval; a month has thirty. */
export const UNIT_DAYS: Readonly<Record<RetentionUnit, number>> = { day: 1, week: 7, month: 30 };

const FIRST_DAY: Readonly<Record<RetentionUnit, (day: string) => string>> = {
  day: (day) => day,
  week: (day) => `toMonday(${day})`,
  month: (day) => `toStartOfMonth(${day})`,
};

/** Rows of `cohort`, `k` and `visitors`; `k` 0 are all of the cohort. */
export function compileRetention({ plan, first, second, unit, mode }: AskedRetention): Compiled {
  const binder = createBinder();
  const scope = hitsOf([first, second]);
  const compilation: Compilation = { ...createCompilation(plan, binder, () => '1'), scope };
  const zone = binder.bind('String', plan.zone.store);
  const [begins, returns] = [actionSql(compilation, first), actionSql(compilation, second)];
  const facts = visitFactsSql(plan, binder);
  const joined = facts === null ? '' : `\nANY LEFT JOIN (\n${facts}\n) AS facts USING (counter_id, visit_id)`;
  const start = FIRST_DAY[unit];
  const index =
    mode === 'calendar'
      ? `dateDiff('${unit}', cohort, ${start('toDate(toDateTime(x), ' + zone + ')')})`
      : `intDiv(x - begun, ${UNIT_DAYS[unit] * 86_400})`;
  const ctes = [
    {
      name: 'moments',
      sql: `SELECT counter_id, visit_id, visitor_id, toInt64(toUnixTimestamp(at)) AS moment, ${begins} AS begins, ${returns} AS returns
FROM ${fromSql(compilation)}
WHERE ${conditionsOf(compilation).join(' AND ')} AND (begins OR returns)`,
    },
    {
      name: 'people',
      sql: `SELECT visitor_id, minIf(moment, begins${facts === null ? '' : ' AND chosen'}) AS begun,
  countIf(begins${facts === null ? '' : ' AND chosen'}) AS beginnings,
  groupUniqArrayIf(moment, returns) AS back
FROM moments${joined}
GROUP BY visitor_id
HAVING beginnings > 0`,
    },
    {
      name: 'cohorts',
      sql: `SELECT ${start(`toDate(toDateTime(begun), ${zone})`)} AS cohort,
  arrayDistinct(arrayFilter(k -> k > 0, arrayMap(x -> toInt64(${index}), arrayFilter(x -> x > begun, back)))) AS later
FROM people`,
    },
  ];
  const last = `SELECT toString(cohort) AS cohort, toInt64(k) AS k, count() AS visitors
FROM cohorts
ARRAY JOIN arrayPushFront(later, toInt64(0)) AS k
GROUP BY cohort, k
SETTINGS do_not_merge_across_partitions_select_final = 1`;
  return { sql: `${withSql(ctes)}\n${last}`, params: binder.params };
}
