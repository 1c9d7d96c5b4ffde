/** The door: a bare request handler that turns a request into a journaled hit, and says what became of it. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HitNote, MaskCounts } from '@goalpost/contract/collection';
import { TEST_REFUSALS } from '@goalpost/contract/workbench';
import type { Clock } from '../../kit/clock.ts';
import type { Watched } from '../../kit/watched.ts';
import type { CounterConfig } from '../state/counter-config.ts';
import { hostOf } from '../../goals/index.ts';
import type { HitRecord } from '../journal-record.ts';
import type { Log } from '../../kit/log.ts';
import {
  type Answer,
  answerIgnored,
  answerPreflight,
  answerRefused,
  answerStored,
  GIF,
  JSON_FORM,
} from './answer.ts';
import { answerForm } from './answer-form.ts';
import { type BodyLimits, type BodyOutcome, discardBody, hasBody, readBody } from './body.ts';
import { type CheckDeps, firstRefusal, HIT_CHECKS, REQUEST_CHECKS } from './checks.ts';
import type { ClientAddress } from '../../kit/limits/client-address.ts';
import { draftHit, type HitDraft, recordOf } from './hit-draft.ts';
import { NOTHING_MASKED, type Masking } from './masking.ts';
import { pageHost } from './page-host.ts';
import { tagSettings } from './tag-settings.ts';
import { type Refusal, REFUSALS } from './refusal.ts';
import { readHead } from './request-head.ts';
import { SAID_BY_THE_WIRE, saysVisitor, strangerNumber } from './visitor.ts';
import { tryOutTokenOf, withoutTryOutToken } from '../try-out/token-in-address.ts';
import { wireKey } from './wire-key.ts';
import { parsePath } from './wire-path.ts';

/** Who counts what became of requests. */
export interface DoorTally {
  stored(counterId: number, now: number, notes: readonly HitNote[], masked?: MaskCounts): void;
  refused(refused: {
    readonly reason: Refusal['reason'];
    /** As the request wrote it. */
    readonly asked: string;
    /** Null: no counter can have this number. */
    readonly counterId: number | null;
    /** Of the page; empty if not known. */
    readonly host: string;
    readonly now: number;
    /** Its page was opened to try goals out [G66]. */
    readonly trial?: RefusedTrial;
  }): void;
}

export interface RefusedTrial {
  readonly token: string;
  readonly url: string;
  readonly reason: (typeof TEST_REFUSALS)[number];
}

export interface DoorDeps extends CheckDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly tally: DoorTally;
  readonly clientAddress: ClientAddress;
  /** Of the day [P25]. */
  salt(now: number): string;
  readonly masking: Masking;
  readonly bodyLimits: BodyLimits;
  /** Hears that a hit is at the door. */
  readonly watched: Watched;
  /** Resolves when the hit is on disk, the counter's settings before it. */
  journal(hit: HitRecord, config: CounterConfig): Promise<void>;
}

export type WatchHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** Never throws: a fault of ours is an answer that makes the tag send the hit again. */
export function createWatchHandler(deps: DoorDeps): WatchHandler {
  const { clock, clientAddress, tally, bodyLimits, salt, log, watched, masking } = deps;
  const atTheDoor = watched.label('a hit at the door (/watch/, /clmap/)');

  return (request, response) => guarded(response, () => receive(request, response));

  function receive(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '';
    const mark = url.indexOf('?');
    const head = readHead(request.headers);
    const path = parsePath(mark === -1 ? url : url.slice(0, mark));
    const method = request.method ?? '';
    if (method === 'OPTIONS') {
      answerPreflight(response, head.origin, head.preflightHeaders);
      return;
    }
    const draft = draftHit({
      method,
      path,
      query: mark === -1 ? '' : url.slice(mark + 1),
      head,
      address: clientAddress(request.socket.remoteAddress, head.forwardedFor),
      now: clock.now(),
    });
    if (path.kind === 'clmap' && (method === 'GET' || method === 'POST')) {
      if (hasBody(request)) discardBody(request, bodyLimits);
      answerIgnored(response, answerOf(draft));
      return;
    }
    const refusal = firstRefusal(REQUEST_CHECKS, draft, deps);
    if (refusal !== null) refuseUnread(request, response, draft, refusal);
    else if (method === 'GET' || !hasBody(request)) take(response, draft);
    else {
      readBody(request, head.contentLength, bodyLimits, (body) =>
        guarded(response, () => receiveBody(response, draft, body)),
      );
    }
  }

  function refuseUnread(
    request: IncomingMessage,
    response: ServerResponse,
    draft: HitDraft,
    refusal: Refusal,
  ): void {
    if (hasBody(request)) discardBody(request, bodyLimits);
    draft.form = answerForm(draft.query, undefined) ?? JSON_FORM;
    refuse(response, draft, refusal);
  }

  function receiveBody(response: ServerResponse, draft: HitDraft, body: BodyOutcome): void {
    if (body.kind === 'gone') return;
    if (body.kind === 'whole') {
      draft.body = body.text;
      take(response, draft);
      return;
    }
    draft.form = answerForm(draft.query, undefined) ?? JSON_FORM;
    refuse(response, draft, body.kind === 'too_large' ? REFUSALS.bodyTooLarge : REFUSALS.bodyTooSlow);
  }

  function take(response: ServerResponse, draft: HitDraft): void {
    const refusal = firstRefusal(HIT_CHECKS, draft, deps);
    const { config } = draft;
    if (refusal !== null || config === null) {
      refuse(response, draft, refusal ?? REFUSALS.unknownCounter);
      return;
    }
    const { address, agent, now, cookies } = draft;
    const { counterId } = config;
    const stranger = (): string => strangerNumber(salt(now), { counterId, address, agent, now });
    const visitor = draft.cookieless
      ? stranger()
      : saysVisitor(draft.query)
        ? SAID_BY_THE_WIRE
        : (cookies.visitor ?? stranger());
    const { record, masked } = masking.hit(recordOf(draft, counterId, visitor), config);
    if (masked !== NOTHING_MASKED) draft.notes.push('masked');
    deps.journal(record, config).then(
      () => guarded(response, () => say(response, draft, counterId, masked)),
      () => guarded(response, () => refuse(response, draft, REFUSALS.unavailable)),
    );
  }

  function say(response: ServerResponse, draft: HitDraft, counterId: number, masked: MaskCounts): void {
    tally.stored(counterId, draft.now, draft.notes, masked);
    answerStored(response, answerOf(draft), draft.notes);
  }

  function guarded(response: ServerResponse, act: () => void): void {
    watched.enter(atTheDoor);
    try {
      act();
    } catch (error) {
      fail(response, error);
    } finally {
      watched.leave();
    }
  }

  function fail(response: ServerResponse, error: unknown): void {
    log.error(
      { error: error instanceof Error ? error.stack : String(error) },
      'The door failed at a request.',
    );
    if (response.headersSent) response.destroy();
    else answerRefused(response, { form: JSON_FORM, origin: '', cookies: [] }, REFUSALS.unavailable);
  }

  function refuse(response: ServerResponse, draft: HitDraft, refusal: Refusal): void {
    const { path, now, query, body, head } = draft;
    const host =
      query.length > 16_384
        ? hostOf(head.origin)
        : pageHost({ query, body, origin: head.origin, referer: head.referer });
    const trial = trialOf(draft, refusal);
    tally.refused({
      reason: refusal.reason,
      asked: path.asked,
      counterId: path.counterId,
      host,
      now,
      ...(trial && { trial }),
    });
    answerRefused(response, answerOf(draft), refusal);
  }
}

/** Also of pages that come from one that was opened so. */
function trialOf({ query, body }: HitDraft, refusal: Refusal): RefusedTrial | undefined {
  const reason = TEST_REFUSALS.find((each) => each === refusal.reason);
  if (reason === undefined) return undefined;
  const url = wireKey(query, body, 'page-url') ?? '';
  const token = tryOutTokenOf(url) || tryOutTokenOf(wireKey(query, body, 'page-ref') ?? '');
  return token === '' ? undefined : { token, url: withoutTryOutToken(url), reason };
}

function answerOf(draft: HitDraft): Answer {
  return {
    form: draft.path.kind === 'clmap' ? GIF : draft.form,
    origin: draft.head.origin,
    cookies: draft.cookieless ? [] : draft.cookies.renewals,
    ...(draft.config === null ? {} : { settings: tagSettings(draft.config) }),
  };
}
