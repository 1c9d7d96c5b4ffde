/** Page views: those of all hits that show a page [W4]. */
import type { Scope } from './scope.ts';

export const hits: Scope = {
  id: 'hits',
  prefix: 'ym:pv:',
  rows: 'page views',
  table: 'hits',
  time: 'at',
  day: { column: 'toDate(at)', margin: 1 },
  robots: 'is_robot',
  only: `kind = 'view'`,
  keys: { visit: ['counter_id', 'visit_id'], visitor: ['visitor_id'] },
  // At most 48 h behind the visit's first hit [V4], which may move back by 12 h [V10].
  afterVisit: 3,
  holdsVisits: false,
};
