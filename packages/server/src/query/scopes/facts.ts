/** Tables whose rows are found by a visit or a visitor, and are not asked of by themselves. */
import { hits } from './hits.ts';
import type { Scope } from './scope.ts';

const hitsWith = (only: string): Scope => ({ ...hits, only });

/** Hits that tell of products, orders or promotions. */
export const commerceHits = hitsWith('(notEmpty(products) OR notEmpty(purchases) OR notEmpty(promotions))');

/** Each name that was ever told of a visitor, with what was said last. */
export const toldOfVisitors = (leaves: string): Scope => ({
  ...hitsWith(''),
  table: `(
  SELECT counter_id, visitor_id, leaf.1 AS path, argMax(leaf.2, (at, hit_id)) AS said
  FROM hits ARRAY JOIN ${leaves} AS leaf
  WHERE user_params != '' AND NOT is_robot
  GROUP BY counter_id, visitor_id, path
)`,
  robots: 'false',
  only: null,
});

export const calls: Scope = { ...hits, table: 'calls FINAL', robots: 'false', only: null };

/** Reaches from before their goals were made. */
export const pastReaches: Scope = {
  ...hits,
  table: 'reaches FINAL',
  robots: 'false',
  only: `kind = 'backfill'`,
};

/** Of the chat; whose visit each is in, its visitor and its time say. */
export const conversations: Scope = {
  ...hits,
  table: 'conversations FINAL',
  robots: 'false',
  only: null,
  byTime: true,
};
