/**
 * An HTTP endpoint as a value: what it takes, who may call it, what it answers. Features declare lists of
 * these; `http/` turns them into routes, authorises, validates, and writes the OpenAPI document from them.
 */
import type { Ability, Role, TokenScope } from '@goalpost/contract/management';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

/** What a caller is to a counter. */
export type Permission = Role;

/** Who is calling, and how far their token goes; a session goes all the way. */
export interface Caller {
  readonly accountId: string;
  readonly login: string;
  readonly scope: TokenScope;
  /** The only ones that the token is for; null or absent: all. */
  readonly counters?: readonly number[] | null;
  /** Of a browser that is signed in. */
  readonly sessionId?: string;
  /** The server requires a second factor, and the account has none yet: it may do nothing else before. */
  readonly lacksSecondFactor?: true;
}

export const isFor = ({ counters }: Pick<Caller, 'counters'>, counterId: number): boolean =>
  counters?.includes(counterId) ?? true;

/** A body that is not JSON, such as CSV. */
export class RawBody {
  readonly contentType: string;
  readonly body: string | Buffer;
  readonly headers: Readonly<Record<string, string>>;
  constructor(contentType: string, body: string | Buffer, headers: Readonly<Record<string, string>> = {}) {
    this.contentType = contentType;
    this.body = body;
    this.headers = headers;
  }
}

/** An answer as JSONP: a script that calls a function of the page with it. */
export class ScriptBody {
  /** A path of plain identifiers. */
  readonly callback: string;
  readonly value: unknown;
  constructor(callback: string, value: unknown) {
    this.callback = callback;
    this.value = value;
  }
}

export interface EndpointContext {
  /** Null only where `auth` is `public`. */
  readonly caller: Caller | null;
  /** A browser's session says who calls, which a page of another site could use, too. */
  readonly bySession?: boolean;
  /** Where the request came from, for limits on tries; `cookies` is its header, empty where there is none. */
  readonly from?: { readonly address: string; readonly cookies: string };
  /** Null if the caller may do this with the counter, else the refusal to answer with. */
  authorise(counterId: number, needed: Ability): Promise<Problem | null>;
  /** Which visits the caller's reports of the counter stay within, as filters; empty: all; null: no limits at all [A83]. */
  limitOf?(counterId: number): Promise<string | null>;
  /** Aborted when the caller hangs up. */
  readonly signal: AbortSignal;
}

/**
 * `account`: any caller who is signed in. `self`: what is the account's own, which no token for some counters or for the chat
 * reaches. `counter` reads the number from the path parameter `counterId`.
 */
export type Auth = 'public' | 'account' | 'self' | { readonly counter: Ability };

type Infer<S> = S extends z.ZodType ? z.output<S> : undefined;
type MaybeSchema = z.ZodType | undefined;

export interface EndpointSpec<P extends MaybeSchema, Q extends MaybeSchema, B extends MaybeSchema> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Fastify's form, e.g. `/management/v1/counter/:counterId`. */
  readonly url: string;
  readonly summary: string;
  readonly tag: string;
  readonly auth: Auth;
  /** As few requests a minute from an address as at sign-in: secrets could be tried, or letters caused. */
  readonly guarded?: boolean;
  /** Also of a counter that was deleted; by any other route such a counter is not there [A76]. */
  readonly ofDeleted?: true;
  /** Also for a person who is still to set up the second factor that the server requires [A53]. */
  readonly beforeSecondFactor?: true;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Names of `query` that change no answer here; where one is sent, the answer says so [M27]. */
  readonly unusedQuery?: readonly string[];
  /** Fields of a body that clients of the field's API send and nothing here uses, as `goal.steps.*.id` [W73]. */
  readonly takenUnused?: readonly string[];
  /**
   * A question that is sent by POST: where it has no `body` of its own, the parameters of `query` may stand there,
   * as a form or as JSON.
   * It changes nothing, so that a token that may only ask is enough, and the audit log does not hear of it.
   */
  readonly asks?: boolean;
  /**
   * Its body holds a file of at most so many bytes, as the one field `file`: as JSON, as a part of a form, or as the
   * whole body under `text/csv`.
   */
  readonly fileBytes?: number;
  /** Schema of the 200 answer, for the document and for tests. */
  readonly response: z.ZodType;
  /** Media type of the 200 answer; JSON unless said. */
  readonly contentType?: string;
  handle(
    input: { params: Infer<P>; query: Infer<Q>; body: Infer<B> },
    context: EndpointContext,
  ): Promise<unknown>;
}

/** An endpoint with its types forgotten, as lists hold it. */
export type Endpoint = EndpointSpec<MaybeSchema, MaybeSchema, MaybeSchema>;

export function defineEndpoint<
  P extends MaybeSchema = undefined,
  Q extends MaybeSchema = undefined,
  B extends MaybeSchema = undefined,
>(spec: EndpointSpec<P, Q, B>): Endpoint {
  return spec as unknown as Endpoint;
}
