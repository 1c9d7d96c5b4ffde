/** Completions of goals in a visit, and the pages they were on [M69]. */
import { anyHits } from '../scopes/hits.ts';
import { RECORD, type RecordList, type RecordsScope, type Side } from './records.ts';

/** Hits that completed a goal: each with its goals, moments and page. */
const pages: Side = {
  name: 'reach_pages_of_visits',
  key: 'visit',
  scope: { ...anyHits, only: 'notEmpty(goal_ids)' },
  days: 'visits',
  columns: ['groupArrayArray(arrayMap((g, t) -> (g, t, page), goal_ids, goal_times)) AS reach_pages'],
};

/** Of goals that are not deleted: the goal, and when it was reached. */
export const reaches: RecordList = {
  name: 'reaches',
  sql: (scope) => `arrayFilter(x -> has(${scope.goals()}, x.1), arrayZip(goal_ids, goal_times))`,
};

/** A completion, as SQL. */
export interface ReachSql {
  readonly goal: string;
  readonly time: string;
}

export const RECORD_REACH: ReachSql = { goal: `${RECORD}.1`, time: `${RECORD}.2` };

/** The page it was on; empty where its hit is no longer kept. */
export function reachPageSql(scope: RecordsScope, { goal, time }: ReachSql): string {
  scope.join(pages);
  return `arrayFirst(x -> x.1 = ${goal} AND x.2 = ${time}, reach_pages).3`;
}
