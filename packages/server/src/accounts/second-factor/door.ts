/** Requests about the second factor: set up, taken away, and the second step of a sign-in [A50–A53]. */
import { LRUCache } from 'lru-cache';
import { problem, problemBody } from '../../kit/problem.ts';
import type { SignInHappening } from '../happening.ts';
import type { SignInLimit } from '../sign-in-limit.ts';
import type { SignIn } from '../sign-in.ts';
import { challengeIn } from './challenge.ts';

type Who = Pick<SignInHappening, 'login' | 'accountId'>;
type Subject = 'second_factor';

export interface FactorDoorDeps {
  readonly signIn: Pick<SignIn, 'handler' | 'api' | '$context'>;
  readonly limit: Pick<SignInLimit, 'known'>;
  readonly tell: (happening: SignInHappening) => void;
  /** Takes a request with the person's own password within the limits of passwords. */
  readonly withPassword: (
    request: Request,
    address: string,
    subject: Subject,
    who: Who,
  ) => Promise<{ readonly response: Response } | Response>;
  readonly isRequired: boolean;
}

const SECOND_STEP = /^\/two-factor\/verify-(?:totp|backup-code)\/*$/;
const WITH_PASSWORD = /^\/two-factor\/(enable|disable|generate-backup-codes)\/*$/;
/** What a request changes, where it does. */
const CHANGES: Readonly<Record<string, 'changed' | 'deleted'>> = {
  disable: 'deleted',
  'generate-backup-codes': 'changed',
};
const PREFIX = '/api/auth';

/** Longer than a code of an app is taken. */
const CODE_LIVES_MS = 3 * 60_000;
const MAX_CODES = 10_000;

/** @returns null where the request is about something else */
export function createFactorDoor({ signIn, limit, tell, withPassword, isRequired }: FactorDoorDeps) {
  const used = new LRUCache<string, true>({ max: MAX_CODES, ttl: CODE_LIVES_MS });

  /** Whose sign-in waits for a code; told to the log alone, so that the cookie's signature is not looked at. */
  async function waiting(request: Request): Promise<Who> {
    const { internalAdapter, createAuthCookie } = await signIn.$context;
    const cookies = request.headers.get('cookie') ?? '';
    const challenge = challengeIn(cookies, createAuthCookie('two_factor').name);
    const found = challenge === undefined ? null : await internalAdapter.findVerificationValue(challenge);
    const user = found && (await internalAdapter.findUserById(found.value));
    return { login: user?.email ?? '', accountId: user?.id ?? null };
  }

  async function secondStep(request: Request, address: string): Promise<Response> {
    const who = await waiting(request).catch(() => ({ login: '', accountId: null }));
    const { code } = (await request
      .clone()
      .json()
      .catch(() => ({}))) as { code?: unknown };
    const response = await signIn.handler(request);
    const fails = (verb: 'failed' | 'refused') => tell({ subject: 'second_factor', verb, address, ...who });
    if (response.status === 401) fails('failed');
    else if (!response.ok) fails('refused');
    if (!response.ok) return response;
    const { token, user } = (await response.clone().json()) as {
      token: string;
      user: { id: string; email: string };
    };
    const key = `${user.id} ${String(code)}`;
    if (used.has(key)) {
      await (await signIn.$context).internalAdapter.deleteSession(token);
      fails('failed');
      return refused('unauthorized', 'This code was used already. Wait for the next one.');
    }
    used.set(key, true);
    tell({ subject: 'sign_in', verb: 'done', login: user.email, accountId: user.id, address });
    const known = new Response(response.body, response);
    const cookies = request.headers.get('cookie') ?? '';
    known.headers.append('set-cookie', limit.known({ login: user.email, address, cookies }));
    return known;
  }

  /** A code of a person who is signed in: the first confirms the set-up. */
  async function confirm(request: Request, isOn: boolean, changed: () => void): Promise<Response> {
    const response = await signIn.handler(request);
    if (response.ok && !isOn) changed();
    return response;
  }

  async function withOwnPassword(request: Request, address: string, act: string, who: Who) {
    if (act === 'disable' && isRequired)
      return refused(
        'access_denied',
        'This server requires a second factor: it can be set up anew, not removed.',
      );
    const outcome = await withPassword(request, address, 'second_factor', who);
    if (outcome instanceof Response) return outcome;
    const verb = CHANGES[act];
    if (outcome.response.ok && verb) tell({ subject: 'second_factor', verb, address, ...who });
    return outcome.response;
  }

  return async function handle(request: Request, address: string, path: string): Promise<Response | null> {
    const short = path.startsWith(PREFIX) ? path.slice(PREFIX.length) : path;
    if (!short.startsWith('/two-factor')) return null;
    const session = await signIn.api.getSession({ headers: request.headers }).catch(() => null);
    const isStep = SECOND_STEP.test(short);
    const [, act] = WITH_PASSWORD.exec(short) ?? [];
    if (!isStep && act === undefined)
      return refused('not_found', 'There is no such step of the second factor.');
    if (session === null) return isStep ? secondStep(request, address) : signIn.handler(request);
    const { id, email, twoFactorEnabled } = session.user;
    const who = { login: email, accountId: id };
    if (act !== undefined) return withOwnPassword(request, address, act, who);
    return confirm(request, twoFactorEnabled === true, () =>
      tell({ subject: 'second_factor', verb: 'made', address, ...who }),
    );
  };
}

function refused(type: 'unauthorized' | 'access_denied' | 'not_found', message: string): Response {
  const body = problemBody(problem(type, message));
  return Response.json(body, { status: body.code });
}
