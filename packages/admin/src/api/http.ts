/** The only place that talks to the server: JSON in, JSON out, refusals as one kind of error. */
import type { ApiErrorItem } from '@goalpost/contract/management';
import { inWords, type Said } from '../i18n/refusals.ts';
import { ours } from './address/address.ts';
import { readBy } from './answers/checks.ts';
import type { None, Routes } from './routes.ts';

/** They answer 401 to what was typed, not to who asks; others of the account do when its session has ended. */
const SIGN_IN_ROUTES = /^\/api\/auth\/(?:sign-in\/|two-factor\/verify-)/;

/** Words in the language of the screen. `status` 0: the server did not answer at all. */
export class ApiFailure extends Error {
  readonly status: number;
  readonly items: readonly Said[];
  /** The session has ended; a wrong code or password ends none. */
  readonly isSignedOut: boolean;
  constructor(status: number, message: string, items: readonly Said[] = [], path = '') {
    super(message);
    this.name = 'ApiFailure';
    this.status = status;
    this.items = items;
    this.isSignedOut = status === 401 && !SIGN_IN_ROUTES.test(path);
  }
}

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

interface CodeRoute {
  params: never;
  query: None;
  body: { readonly code: string; readonly trustDevice: boolean };
}
interface OwnPasswordRoute {
  params: never;
  query: None;
  body: { readonly password: string };
}

/** Routes of the sign-in library, which the API's document does not list. */
interface SignInRoutes {
  'POST /api/auth/sign-in/email': {
    params: never;
    query: None;
    body: { readonly email: string; readonly password: string };
  };
  'POST /api/auth/sign-in/passkey': {
    params: never;
    query: None;
    body: { readonly response: Readonly<Record<string, unknown>> };
  };
  'POST /api/auth/two-factor/verify-totp': CodeRoute;
  'POST /api/auth/two-factor/verify-backup-code': CodeRoute;
  'POST /api/auth/two-factor/enable': OwnPasswordRoute;
  'POST /api/auth/two-factor/disable': OwnPasswordRoute;
  'POST /api/auth/two-factor/generate-backup-codes': OwnPasswordRoute;
  'POST /api/auth/sign-out': { params: never; query: None; body: None };
  'POST /api/auth/change-password': {
    params: never;
    query: None;
    body: {
      readonly currentPassword: string;
      readonly newPassword: string;
      readonly revokeOtherSessions: boolean;
    };
  };
}

type All = Routes & SignInRoutes;
/** A method and a path, as the API's document has them. */
export type Route = keyof All;

type Optional<T> = { readonly [Name in keyof T]: T[Name] | undefined };
type QueryOf<Q> = Q extends None
  ? { readonly query?: never }
  : object extends Q
    ? { readonly query?: Optional<Q> }
    : { readonly query: Optional<Q> };

type Options<R extends Route, T> = {
  readonly signal?: AbortSignal | undefined;
  /** Reads the answer; fails when it has not the agreed shape. */
  readonly read: (answer: unknown) => T | Promise<T>;
} & ([All[R]['params']] extends [never]
  ? { readonly params?: never }
  : { readonly params: Readonly<Record<All[R]['params'], string | number>> }) &
  QueryOf<All[R]['query']> &
  (All[R]['body'] extends None ? { readonly body?: never } : { readonly body: All[R]['body'] });

type Shapes = typeof import('./shapes.ts');

/** Reads an answer by a shape that is loaded when first needed. */
export function shaped<T>(
  pick: (shapes: Shapes) => { parse(answer: unknown): T },
): (answer: unknown) => Promise<T> {
  return readBy(() => import('./shapes.ts'), pick);
}

export function addressOf(path: string, query: Query = {}): string {
  const given = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, String(value)]],
  );
  const address = ours(path);
  return given.length === 0 ? address : `${address}?${new URLSearchParams(given).toString()}`;
}

async function answerOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

async function failureOf(status: number, answer: unknown, path: string): Promise<ApiFailure> {
  const told = typeof answer === 'object' && answer !== null ? answer : {};
  const items =
    'errors' in told && Array.isArray(told.errors) ? (told.errors as Partial<ApiErrorItem>[]) : [];
  const message = 'message' in told && typeof told.message === 'string' ? told.message : `HTTP ${status}`;
  // The message is that of the first, whose kind and place help to say it.
  const [first, ...said] = await inWords([{ ...items[0], message }, ...items]);
  return new ApiFailure(status, first?.message ?? message, said, path);
}

/** Puts values into a path such as `/counter/{counterId}`. */
function filled(path: string, params: Readonly<Record<string, string | number>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
}

/** @param route as in `GET /api/v1/me`; what it takes is checked against the API's document */
export async function request<R extends Route, T>(route: R, options: Options<R, T>): Promise<T> {
  const {
    params = {},
    query,
    body,
    signal,
    read,
  } = options as {
    readonly params?: Readonly<Record<string, string | number>>;
    readonly query?: Query;
    readonly body?: unknown;
  } & Pick<Options<R, T>, 'signal' | 'read'>;
  const [method = '', path = ''] = route.split(' ');
  // A POST says that it is JSON even where there is nothing to say.
  const sent = body ?? (method === 'POST' ? {} : undefined);
  let response: Response;
  try {
    response = await fetch(addressOf(filled(path, params), query), {
      method,
      signal: signal ?? null,
      credentials: 'same-origin',
      headers: sent === undefined ? {} : { 'content-type': 'application/json' },
      body: sent === undefined ? null : JSON.stringify(sent),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    const [said] = await inWords([{ message: 'no answer' }]);
    throw new ApiFailure(0, said?.message ?? '');
  }
  const answer = await answerOf(response);
  if (!response.ok) throw await failureOf(response.status, answer, path);
  return read(answer);
}
