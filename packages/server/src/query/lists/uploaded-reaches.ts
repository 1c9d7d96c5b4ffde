/** Reaches of a visit that uploads told of; of goals that no hit reaches they are what is counted [G82]. */
import { uploadedReaches as table } from '../scopes/facts.ts';
import type { RecordList, Side } from './records.ts';

const FIELDS = ['goal_id', 'price', 'currency', 'at'] as const;

const side: Side = {
  name: 'uploaded_reaches_of_visits',
  key: 'visit',
  scope: table,
  // A paid order may come weeks after its visit.
  days: 'all',
  columns: [`groupArray((${FIELDS.join(', ')})) AS visit_uploaded_reaches`],
};

export const uploadedReaches: RecordList = {
  name: 'uploaded_reaches',
  sql(scope) {
    scope.join(side);
    return 'visit_uploaded_reaches';
  },
};

export const uploadedReachField = (name: (typeof FIELDS)[number], record: string): string =>
  `${record}.${FIELDS.indexOf(name) + 1}`;
