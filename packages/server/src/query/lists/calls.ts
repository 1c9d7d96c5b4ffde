/** Calls of a visit [M56]. */
import { LINK_DAYS } from '@goalpost/contract/management';
import { calls as table } from '../scopes/facts.ts';
import type { RecordList, Side } from './records.ts';

const FIELDS = [
  'tag',
  'missed',
  'first_time',
  'hold_seconds',
  'talk_seconds',
  'price',
  'currency',
  'at',
] as const;

const side: Side = {
  name: 'calls_of_visits',
  key: 'visit',
  scope: table,
  // A call may come so many days after its visit, and one more by the zone.
  days: { before: 1, after: LINK_DAYS + 1 },
  columns: [`groupArray((${FIELDS.join(', ')})) AS visit_calls`],
};

export const calls: RecordList = {
  name: 'calls',
  sql(scope) {
    scope.join(side);
    return 'visit_calls';
  },
};

export const callField = (name: (typeof FIELDS)[number], record = 'r'): string =>
  `${record}.${FIELDS.indexOf(name) + 1}`;
