/** Reaches of a visit that a backfill found; they are beside what was counted [G69]. */
import { pastReaches as table } from '../scopes/facts.ts';
import type { RecordList, Side } from './records.ts';

const FIELDS = ['goal_id', 'price', 'currency', 'at'] as const;

const side: Side = {
  name: 'past_reaches_of_visits',
  key: 'visit',
  scope: table,
  days: 'visits',
  columns: [`groupArray((${FIELDS.join(', ')})) AS visit_past_reaches`],
};

export const pastReaches: RecordList = {
  name: 'past_reaches',
  sql(scope) {
    scope.join(side);
    return 'visit_past_reaches';
  },
};

export const pastReachField = (name: (typeof FIELDS)[number], record: string): string =>
  `${record}.${FIELDS.indexOf(name) + 1}`;
