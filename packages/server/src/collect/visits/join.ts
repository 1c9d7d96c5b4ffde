/** Which of a visitor's visits a hit joins [V2–V4]. */
import type { Hit } from '../decode/hit.ts';
import type { Source } from '../ports.ts';
import { MAX_HITS, MAX_SECONDS, withEarlier, type Visit } from './visit.ts';

/** Latest silence after which the same page with the same referrer is a reload, not another click [V3]. */
const RELOAD_SECONDS = 30;
/** Times carry whole seconds [W16]: a hit seems to come before the click that led to it by up to one. */
const ROUNDING_SECONDS = 1;

/**
 * The latest begun of the visits within reach, or else the one that the hit comes just before; null: the hit
 * starts a visit.
 * @param timeout seconds
 */
export function visitToJoin(latest: Visit | null, hit: Hit, source: Source, timeout: number): Visit | null {
  if (latest === null) return null;
  const at = Math.floor(hit.at / 1_000);
  let before: Visit | null = null;
  let after: Visit | null = null;
  for (const visit of withEarlier(latest)) {
    if (at > visit.endedAt + timeout || at < visit.startedAt - timeout) continue;
    if (visit.startedAt <= at) before = latestBegun(before, visit);
    else if (mayBeginBefore(visit, at, hit)) after = earliestBegun(after, visit);
  }
  if (before !== null && !hasRoom(before, at, hit)) before = null;
  const isClick = hit.kind === 'view' && source.trafficSource === 'ad';
  return isClick ? visitOfClick(before, after, hit) : (before ?? after);
}

const latestBegun = (one: Visit | null, other: Visit): Visit =>
  one === null || other.startedAt > one.startedAt ? other : one;
const earliestBegun = (one: Visit | null, other: Visit): Visit =>
  one === null || other.startedAt < one.startedAt ? other : one;

/** [V4] [V41] */
function hasRoom(visit: Visit, at: number, { kind }: Hit): boolean {
  const span = Math.max(at, visit.endedAt) - Math.min(at, visit.startedAt);
  return (kind === 'engagement' || visit.hits < MAX_HITS) && span <= MAX_SECONDS;
}

/** Nothing goes before the click that started a visit. */
function mayBeginBefore(visit: Visit, at: number, hit: Hit): boolean {
  return hasRoom(visit, at, hit) && !(startedByClick(visit) && at < visit.startedAt - ROUNDING_SECONDS);
}

const startedByClick = (visit: Visit): boolean => visit.views > 0 && visit.source.trafficSource === 'ad';

/** A click on an advertisement starts a visit [V3], with two exceptions. */
function visitOfClick(before: Visit | null, after: Visit | null, hit: Hit): Visit | null {
  const near = before ?? after;
  if (near !== null && isReload(near, hit)) return near;
  if (before !== null && isItsBeginning(before, hit)) return before;
  return after !== null && isItsBeginning(after, hit) ? after : null;
}

function isReload(visit: Visit, hit: Hit): boolean {
  return (
    visit.views > 0 &&
    visit.startUrl === hit.url &&
    visit.referrer === hit.referrer &&
    Math.floor(hit.at / 1_000) - visit.endedAt < RELOAD_SECONDS
  );
}

/** The click came late: what followed it came first, and is its visit already. */
function isItsBeginning(visit: Visit, hit: Hit): boolean {
  if (Math.floor(hit.at / 1_000) > visit.startedAt + ROUNDING_SECONDS || startedByClick(visit)) return false;
  return visit.views === 0 || hit.at < visit.entryAt;
}
