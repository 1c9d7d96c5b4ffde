/** Opening a visit with its first hit, and growing it with the next [V6, V8, V9]. */
import type { Hit } from '../decode/hit.ts';
import { detach } from '../decode/text.ts';
import { activeSecondsOf, NO_MEMORY } from '../../goals/index.ts';
import type { PastVisits, Source } from '../ports.ts';
import type { Client } from '../steps/client.ts';
import type { Agent } from '../steps/device/agent.ts';
import { MAX_SECONDS, type Visit } from './visit.ts';
import { DAY_MS } from '../../kit/dates/calendar-day.ts';

/** Characters of parameters that a visit keeps [V18]. */
const MAX_PARAMS = 32_768;

export interface Opening {
  readonly id: string;
  readonly segment: number;
  readonly source: Source;
  readonly agent: Agent;
  readonly client: Client;
  readonly robot: boolean;
  readonly past: PastVisits | null;
}

/** A visit without hits; its first is to be added next. */
export function openVisit(hit: Hit, opening: Opening): Visit {
  const at = Math.floor(hit.at / 1_000);
  return {
    id: opening.id,
    visitor: detach(hit.visitor),
    robot: opening.robot,
    segment: opening.segment,
    openedOn: Math.floor(hit.arrivedAt / DAY_MS),
    version: 0,
    startedAt: at,
    endedAt: at,
    lastArrival: 0,
    hits: 0,
    views: 0,
    notBounce: false,
    activeSeconds: 0,
    entryAt: Number.MAX_SAFE_INTEGER,
    exitAt: Number.MIN_SAFE_INTEGER,
    startUrl: '',
    referrer: '',
    source: opening.source,
    endUrl: '',
    userId: '',
    params: '',
    agent: opening.agent,
    client: opening.client,
    country: hit.country,
    language: hit.language,
    screenWidth: hit.screenWidth,
    screenHeight: hit.screenHeight,
    past: opening.past,
    reaches: null,
    goalMemory: NO_MEMORY,
    awaited: null,
    orders: null,
    earlier: null,
    touchedBy: -1,
  };
}

/** @param client what the hit's browser says of itself */
export function addHit(visit: Visit, hit: Hit, source: Source, client: Client): void {
  const isView = hit.kind === 'view';
  const first = isView && visit.views === 0;
  growSoFar(visit, hit);
  visit.lastArrival = Math.max(visit.lastArrival, Math.floor(hit.arrivedAt / 1_000));
  if (hit.kind === 'engagement') return;
  visit.notBounce ||= hit.notBounce;
  if (hit.userId !== '') visit.userId = hit.userId;
  if (hit.params !== '') addParams(visit, hit.params);

  // A visit's first page view takes entry and exit over from whatever was there without one.
  if (!isView && visit.views > 0) return;
  if (first || hit.at < visit.entryAt) {
    visit.client = client;
    visit.entryAt = hit.at;
    visit.startUrl = hit.entry;
    visit.referrer = hit.cameFrom;
    visit.source = source;
  }
  if (first || hit.at >= visit.exitAt) {
    visit.exitAt = hit.at;
    visit.endUrl = hit.page === visit.startUrl ? visit.startUrl : hit.page;
  }
}

/** What goals are told of the visit; of stored hits it is told alike. */
export function growSoFar(
  visit: Pick<Visit, 'startedAt' | 'endedAt' | 'hits' | 'views' | 'activeSeconds'>,
  { at, kind, url }: Pick<Hit, 'at' | 'kind' | 'url'>,
): void {
  const second = Math.floor(at / 1_000);
  visit.startedAt = Math.min(visit.startedAt, second);
  visit.endedAt = Math.max(visit.endedAt, second);
  if (kind === 'engagement') {
    visit.activeSeconds = Math.min(visit.activeSeconds + activeSecondsOf(url), MAX_SECONDS);
    return;
  }
  visit.hits++;
  if (kind === 'view') visit.views++;
}

function addParams(visit: Visit, params: string): void {
  if (visit.params.length + params.length >= MAX_PARAMS) return;
  visit.params = visit.params === '' ? params : `${visit.params},${params}`;
}
