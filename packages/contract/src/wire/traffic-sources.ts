/** Where visits come from, by kind: the one list of tag, collection, goals and reports [V15]. */

export const SOURCE_KINDS = [
  'ad',
  'organic',
  'social',
  'messenger',
  'recommend',
  'email',
  'qrcode',
  'referral',
  'internal',
  'direct',
] as const;

/** `undefined`: of a visit without a page view. */
export const TRAFFIC_SOURCES = [...SOURCE_KINDS, 'undefined'] as const;
export type TrafficSource = (typeof TRAFFIC_SOURCES)[number];
