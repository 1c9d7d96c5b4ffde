/** A request on its way through the door's checks; each may fill in what it found. */
import type { HitNote } from '@goalpost/contract/collection';
import type { CounterConfig } from '../state/counter-config.ts';
import type { HitRecord } from '../journal-record.ts';
import { type AnswerForm, GIF } from './answer.ts';
import { type FirstPartyCookies, firstPartyCookies } from './cookies.ts';
import type { Locality } from './place.ts';
import type { RequestHead } from './request-head.ts';
import type { WirePath } from './wire-path.ts';

export interface HitDraft {
  readonly method: string;
  readonly path: WirePath;
  readonly query: string;
  readonly head: RequestHead;
  readonly address: string;
  readonly agent: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly cookies: FirstPartyCookies;
  readonly notes: HitNote[];
  body: string | undefined;
  config: CounterConfig | null;
  form: AnswerForm;
  country: string;
  /** Region and city; null: not known. */
  locality: Locality | null;
  robot: boolean;
  /** Nothing that the browser keeps tells whose it is [P24]. */
  cookieless: boolean;
}

/** Characters that are kept of headers which anyone can fill. */
const MAX_AGENT = 1_024;
/** More than browsers send, so that tags at the end of an address are there [W26]. */
const MAX_REFERER = 8_192;

export function draftHit(
  asked: Pick<HitDraft, 'method' | 'path' | 'query' | 'head' | 'address' | 'now'>,
): HitDraft {
  const { method, path, query, head, address, now } = asked;
  return {
    method,
    path,
    query,
    head,
    address,
    agent: utf8(head.userAgent.slice(0, MAX_AGENT)),
    now,
    cookies: firstPartyCookies(head),
    notes: [],
    body: undefined,
    config: null,
    form: GIF,
    country: '',
    locality: null,
    robot: false,
    cookieless: false,
  };
}

/** @param visitor where the wire names none [W13] */
export function recordOf(draft: HitDraft, counterId: number, visitor: string): HitRecord {
  return {
    k: 'h',
    c: counterId,
    t: draft.now,
    v: visitor,
    q: draft.query,
    a: draft.agent,
    ...(draft.body === undefined || draft.body === '' ? undefined : { b: draft.body }),
    ...(draft.head.referer === '' ? undefined : { r: utf8(draft.head.referer.slice(0, MAX_REFERER)) }),
    ...(draft.country === '' ? undefined : { g: draft.country }),
    ...(draft.locality === null ? undefined : { d: [draft.locality.region, draft.locality.city] as const }),
    ...(bringsForeignCookie(draft.head) ? { y: 1 as const } : undefined),
    ...(draft.robot ? { x: 1 as const } : undefined),
    ...(draft.cookieless ? { n: 1 as const } : undefined),
  };
}

/** Only a browser that takes cookies of other sites sends one from theirs. */
function bringsForeignCookie({ cookie, fetchSite }: RequestHead): boolean {
  return cookie !== '' && fetchSite === 'cross-site';
}

/** Node reads header values as Latin-1; what some clients send unescaped is UTF-8. */
function utf8(latin1: string): string {
  return Buffer.byteLength(latin1) === latin1.length
    ? latin1
    : Buffer.from(latin1, 'latin1').toString('utf8');
}
