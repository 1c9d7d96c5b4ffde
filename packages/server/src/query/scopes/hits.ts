/** Hits of some kinds, each a scope of its own: page views, events, downloads [W4], and what tells of visitors. */
import type { Scope } from './scope.ts';

type OfHits = Scope & { readonly table: string };

const ofHits = (id: Scope['id'], prefix: string, rows: string, only: string | null): OfHits => ({
  id,
  prefix,
  ours: null,
  rows,
  table: 'hits',
  made: ['page'],
  time: 'at',
  day: { column: 'toDate(at)', margin: 1 },
  robots: 'is_robot',
  only,
  keys: { visit: ['counter_id', 'visit_id'], visitor: ['visitor_id'] },
  // At most 48 h behind the visit's first hit [V4], which may move back by 12 h [V10].
  afterVisit: 3,
  holdsVisits: false,
});

/** Those that show a page. */
export const hits = ofHits('hits', 'ym:pv:', 'page views', `kind = 'view'`);

/** Those that a page reports by name: `reachGoal`. */
export const events = ofHits('events', 'ym:ep:', 'events', `kind = 'event'`);

export const downloads = ofHits('downloads', 'ym:dl:', 'downloads', `kind = 'download'`);

/** Those that tell something of their visitor. */
export const userParams = ofHits('userParams', 'ym:up:', 'user params', `user_params != ''`);

/** Hits of every kind. No name begins so: its rows are chosen by their visits alone. */
export const anyHits = ofHits('hits', '', 'hits', null);
