/** Connections over plain requests, by their secret ids; ends those without further requests. */
import type { PollAnswer, PollRequest } from '@goalpost/contract/chat/polling';
import { TokenBucket } from '../../kit/limits/token-bucket.ts';
import { PollSession, type SessionDeps } from './session.ts';

/** The client that sent a request. */
export interface PollClient {
  /** Resolves when the request has come to its end, in whatever way. */
  readonly gone: Promise<void>;
  isGone(): boolean;
}

export interface PollSessions {
  /** @returns null: they ask too often */
  exchange(
    request: PollRequest,
    connect: SessionDeps['connect'],
    client: PollClient,
  ): Promise<PollAnswer | null>;
  /** Ends those that are silent; called by the clock. */
  look(): void;
  /** Those that are there, for the bound on what waits for all readers together. */
  all(): Iterable<PollSession>;
  /** The server ends. */
  closeAll(code: number): void;
}

export interface PollSessionsDeps extends Pick<SessionDeps, 'maxFrameBytes' | 'now'> {
  /** How long a request waits for something to be said. */
  readonly holdMs: number;
  readonly most?: number;
}

/** Each is a few kilobytes; a network has a bound of its own, too [C77]. */
const MOST_SESSIONS = 50_000;
/** A client asks again after each answer: more often than frames may come is no client. */
const REQUESTS = { perSecond: 40, atOnce: 200, abuse: 2_000, abuseMs: 10_000 };
/** An answer counts as one request for each of these that it is long. */
const REQUEST_CHARACTERS = 64 * 1024;
/** As sockets end: come again. */
const TRY_AGAIN = 1013;
const POLICY = 1008;
const BROKEN = 1006;

export function createPollSessions(deps: PollSessionsDeps): PollSessions {
  const { maxFrameBytes, now, holdMs, most = MOST_SESSIONS } = deps;
  const sessions = new Map<string, { readonly session: PollSession; readonly bucket: TokenBucket }>();

  function open(id: string, connect: SessionDeps['connect']) {
    const made = {
      session: new PollSession({ connect, maxFrameBytes, now }),
      bucket: new TokenBucket(REQUESTS, { now }),
    };
    sessions.set(id, made);
    return made;
  }

  return {
    async exchange(request, connect, client) {
      const { id, first, frames } = request;
      const known = sessions.get(id);
      // Without a first frame it is the rest of one that this server does not have, or has no more.
      const begins = first === 0 && frames.length > 0 && request.bye !== true;
      if (known === undefined && !begins) return over(BROKEN);
      if (known === undefined && sessions.size >= most) return over(TRY_AGAIN);
      const { session, bucket } = known ?? open(id, connect);
      const verdict = bucket.take();
      if (verdict === 'close') session.close(POLICY);
      if (verdict !== 'ok') return null;
      if (request.bye === true) {
        sessions.delete(id);
        session.leave();
        return over(BROKEN);
      }
      const { promise, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, holdMs).unref();
      const answer = await session.exchange(request, Promise.race([promise, client.gone]));
      clearTimeout(timer);
      let length = 0;
      for (const event of answer.events) length += event.length;
      bucket.spend(length / REQUEST_CHARACTERS);
      // One that is over takes no room: a client that has not heard of it finds it gone, and comes again.
      if (answer.code !== null) sessions.delete(id);
      if (client.isGone()) session.brokenOff();
      return answer;
    },
    look() {
      for (const [id, { session }] of sessions) {
        if (!session.isExpired()) continue;
        sessions.delete(id);
        session.leave();
      }
    },
    *all() {
      for (const { session } of sessions.values()) yield session;
    },
    closeAll(code) {
      for (const { session } of sessions.values()) session.close(code);
      sessions.clear();
    },
  };
}

const over = (code: number): PollAnswer => ({ taken: 0, from: 0, events: [], code });
