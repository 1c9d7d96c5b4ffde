/** An event that the server itself reports for a visitor, as a record of the journal. */
import { createHash } from 'node:crypto';
import { GOAL_SCHEME } from '@goalpost/contract/wire';
import type { Clock } from '../kit/clock.ts';
import type { ConfigKeeper } from './state/config-keeper.ts';
import type { Masking } from './door/masking.ts';
import type { OwnVisitChecks } from './door/own-visits.ts';
import { createRobots } from './door/robots.ts';
import type { DoorTally } from './door/watch-handler.ts';
import { hostOf } from '../goals/index.ts';
import type { HitRecord } from './journal-record.ts';
import type { CounterDirectory } from './ports.ts';

export interface ServerEvent {
  /** The same id is the same event: it counts once [V12]. */
  readonly id: string;
  readonly counterId: number;
  /** Decimal UInt64. */
  readonly visitor: string;
  readonly identifier: string;
  /** The page that the visitor was on. */
  readonly url: string;
  readonly title: string;
  /** The page by which the visitor came to the site, and what that was come to from. */
  readonly landing: { readonly url: string; readonly referrer: string };
  readonly agent: string;
  /** ISO 3166-1 alpha-2, or empty. */
  readonly country: string;
  readonly language: string;
  /** A vendor's id of the conversation, of events that its webhooks tell of. */
  readonly thread?: string;
  /** False: the visitor was to be asked, and has not agreed [P41]. */
  readonly consent?: false;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export type PutEvent = (
  event: ServerEvent,
) => Promise<'stored' | 'unknown_counter' | 'deleted_counter' | 'own_visit' | 'no_consent'>;

/** @param now milliseconds since the epoch */
export function eventRecord(event: ServerEvent, robot: boolean, now: number): HitRecord {
  const host = hostOf(event.url) || 'localhost';
  const [hid, rn] = numbersOf(event.id);
  const info = [
    'ar:1',
    `hid:${hid}`,
    `rn:${rn}`,
    `et:${Math.floor(event.at / 1_000)}`,
    `u:${event.visitor}`,
    `la:${event.language.replaceAll(':', '')}`,
    `t:${event.title}`,
  ].join(':');
  const query = new URLSearchParams({
    'page-url': `${GOAL_SCHEME}//${host}/${encodeURIComponent(event.identifier)}`,
    'page-ref': event.url,
    'browser-info': info,
    ...(event.thread === undefined ? {} : { 'site-info': JSON.stringify({ __ym: { chat: event.thread } }) }),
  });
  return {
    k: 'h',
    c: event.counterId,
    t: now,
    q: query.toString(),
    a: event.agent,
    v: event.visitor,
    ...(event.country === '' ? {} : { g: event.country }),
    ...(robot ? { x: 1 } : {}),
    p: [event.landing.url, event.landing.referrer],
  };
}

/** What tells the event from others [V12]: two numbers of 52 bits each, out of its id. */
function numbersOf(id: string): readonly [string, string] {
  const digest = createHash('sha256').update(id).digest('hex');
  const number = (from: number) => String(Number.parseInt(digest.slice(from, from + 13), 16) + 1);
  return [number(0), number(13)];
}

export interface EventDoorDeps {
  readonly masking: Masking;
  readonly directory: CounterDirectory;
  readonly configs: Pick<ConfigKeeper, 'journal'>;
  readonly clock: Clock;
  readonly ownVisits: Pick<OwnVisitChecks, 'isMarked'>;
  readonly tally: Pick<DoorTally, 'stored' | 'refused'>;
}

/** The door for such events: what a hit must pass on its way in has been asked where the event was made. */
export function eventDoor({ directory, configs, clock, masking, tally, ownVisits }: EventDoorDeps): PutEvent {
  const isRobot = createRobots();
  return async (event) => {
    const config = directory.get(event.counterId);
    if (config === undefined) return 'unknown_counter';
    if (config.status === 'Deleted') return 'deleted_counter';
    const now = clock.now();
    const { counterId, visitor } = event;
    const isOwn = ownVisits.isMarked(config, visitor);
    const refusal = event.consent === false ? 'no_consent' : isOwn ? 'own_visit' : null;
    if (refusal !== null) {
      tally.refused({
        reason: refusal,
        asked: String(counterId),
        counterId,
        host: hostOf(event.url),
        now,
      });
      return refusal;
    }
    const { record } = masking.hit(eventRecord(event, isRobot(event.agent), now), config);
    await configs.journal(record, config);
    tally.stored(event.counterId, now, []);
    return 'stored';
  };
}
