/** What a request must pass to become a hit, in order. A new check is a function and a line in a list. */
import { consentModeIn } from '@goalpost/contract/consent';
import { MAX_URL_LENGTH } from '@goalpost/contract/wire';
import type { CounterDirectory } from '../ports.ts';
import { decodeFormValue } from '../decode/percent.ts';
import { isUnread } from '../decode/price/price.ts';
import { readSiteInfo } from '../decode/site-info.ts';
import { isAmong } from '../../goals/index.ts';
import { JSON_FORM } from './answer.ts';
import { answerForm } from './answer-form.ts';
import type { HitDraft } from './hit-draft.ts';
import type { OwnVisitChecks } from './own-visits.ts';
import { pageHost } from './page-host.ts';
import type { Place } from './place.ts';
import { type Refusal, REFUSALS } from './refusal.ts';
import { wireRawKey } from './wire-key.ts';

export interface CheckDeps {
  readonly directory: CounterDirectory;
  readonly place: Place;
  /** Whether the address may send one more. */
  allows(address: string, now: number): boolean;
  isRobot(agent: string): boolean;
  readonly ownVisits: Pick<OwnVisitChecks, 'isOwn'>;
}

type Check = (draft: HitDraft, deps: CheckDeps) => Refusal | null;

/** Characters of a query [W7]. */
const MAX_QUERY = 16 * 1024;

/** Before the body is read. */
export const REQUEST_CHECKS: readonly Check[] = [method, querySize, addressLimit, number, counter];
/** With the body. */
export const HIT_CHECKS: readonly Check[] = [
  form,
  readable,
  origin,
  robot,
  place,
  consent,
  ownVisit,
  oddities,
];

/** Begins with a key as form data have it. A part of `multipart` begins with dashes. */
const FORM = /^[\s?&]*[a-z_%][\w.%+~[\]-]{0,99}=/i;
/** What clients send where they have nothing to send. */
const NOTHING = /^[\s?&]*(?:null|undefined|\{\}|\[\]|"")?$/;

export function firstRefusal(checks: readonly Check[], draft: HitDraft, deps: CheckDeps): Refusal | null {
  for (const check of checks) {
    const refusal = check(draft, deps);
    if (refusal !== null) return refusal;
  }
  return null;
}

function method(draft: HitDraft): Refusal | null {
  return draft.method === 'GET' || draft.method === 'POST' ? null : REFUSALS.method;
}

function querySize(draft: HitDraft): Refusal | null {
  return draft.query.length <= MAX_QUERY ? null : REFUSALS.queryTooLarge;
}

function addressLimit(draft: HitDraft, deps: CheckDeps): Refusal | null {
  return deps.allows(draft.address, draft.now) ? null : REFUSALS.busy;
}

function number(draft: HitDraft): Refusal | null {
  return draft.path.counterId === null ? REFUSALS.notANumber : null;
}

function counter(draft: HitDraft, deps: CheckDeps): Refusal | null {
  const config = draft.path.counterId === null ? undefined : deps.directory.get(draft.path.counterId);
  if (config === undefined) return REFUSALS.unknownCounter;
  if (config.status === 'Deleted') return REFUSALS.deletedCounter;
  draft.config = config;
  return null;
}

function form(draft: HitDraft): Refusal | null {
  const asked = answerForm(draft.query, draft.body);
  draft.form = asked ?? JSON_FORM;
  return asked === null ? REFUSALS.callback : null;
}

/** A body that is no form: JSON, `multipart`, compressed or in 16-bit letters. Its keys must not vanish unsaid [W68]. */
function readable({ query, body, notes }: HitDraft): Refusal | null {
  if (body === undefined || FORM.test(body) || NOTHING.test(body.trimEnd())) return null;
  if (wireRawKey(query, undefined, 'page-url') === undefined && !query.includes('browser-info='))
    return REFUSALS.bodyUnread;
  notes.push('params');
  return null;
}

function origin(draft: HitDraft): Refusal | null {
  if (draft.config?.onlyHosts !== true) return null;
  const { query, body, head } = draft;
  const host = pageHost({ query, body, origin: head.origin, referer: head.referer });
  return isAmong(host, draft.config.hosts) ? null : REFUSALS.origin;
}

function robot(draft: HitDraft, deps: CheckDeps): null {
  draft.robot = deps.isRobot(draft.agent);
  if (draft.robot) draft.notes.push('robot');
  return null;
}

function place(draft: HitDraft, deps: CheckDeps): null {
  draft.country = deps.place.country(draft.address);
  draft.locality = deps.place.locality(draft.address);
  return null;
}

/** Sent without the mark of the visitor's consent, or although the browser refuses [P21]. */
function consent(draft: HitDraft): Refusal | null {
  const settings = draft.config?.consent;
  if (settings === undefined) return null;
  const mode = consentModeIn(settings, draft.country);
  draft.cookieless = mode === 'cookieless';
  const { dnt, gpc } = draft.head;
  const needsMark = mode === 'ask' || (settings.dnt && dnt) || (settings.gpc && gpc);
  return !needsMark || hasConsent(wireRawKey(draft.query, draft.body, 'browser-info') ?? '')
    ? null
    : REFUSALS.noConsent;
}

function ownVisit(draft: HitDraft, { ownVisits }: CheckDeps): Refusal | null {
  return draft.config !== null && ownVisits.isOwn(draft, draft.config) ? REFUSALS.ownVisit : null;
}

/** `cs:1`, before the title, whose text is free. */
function hasConsent(raw: string): boolean {
  const info = `:${decodeFormValue(raw)}:`;
  const mark = info.indexOf(':cs:1:');
  const title = info.indexOf(':t:');
  return mark !== -1 && (title === -1 || mark < title);
}

/** Notes what of the hit cannot be kept; the answer tells its sender [W5, W6, G23]. */
function oddities({ query, body, notes, config }: HitDraft): null {
  const params = wireRawKey(query, body, 'site-info');
  if (params !== undefined) {
    const { dropped, price } = readSiteInfo(decodeFormValue(params));
    if (dropped && !notes.includes('params')) notes.push('params');
    if (isUnread(price, config?.currency ?? '')) notes.push('price');
  }
  if (isCut(wireRawKey(query, body, 'page-url')) || isCut(wireRawKey(query, body, 'page-ref'))) {
    notes.push('url_cut');
  }
  return null;
}

function isCut(address: string | undefined): boolean {
  return (
    address !== undefined &&
    address.length > MAX_URL_LENGTH &&
    decodeFormValue(address).length > MAX_URL_LENGTH
  );
}
