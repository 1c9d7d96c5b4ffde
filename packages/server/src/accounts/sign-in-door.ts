/** Requests to the sign-in library: passwords are tried within limits, and what came of it is told [A14–A17]. */
import { problem, problemBody } from '../kit/problem.ts';
import type { SignInHappening } from './happening.ts';
import { PASSKEY_SIGN_IN } from './passkeys/plugin.ts';
import { createFactorDoor } from './second-factor/door.ts';
import type { SignInLimit, Try } from './sign-in-limit.ts';
import { TRIES_MS } from './sign-in-limit.ts';
import type { SignIn } from './sign-in.ts';

interface SignInDoorDeps {
  readonly signIn: Pick<SignIn, 'handler' | 'api' | '$context'>;
  readonly limit: SignInLimit;
  readonly tell: (happening: SignInHappening) => void;
  readonly isFactorRequired: boolean;
}

type Who = Pick<SignInHappening, 'login' | 'accountId'>;
type Tried = 'sign_in' | 'password' | 'second_factor';

const NOBODY: Who = { login: '', accountId: null };

/** Where a person who is signed in gives their password. */
const OWN_PASSWORD = /^\/api\/auth\/(?:change|verify)-password\/*$/;
const BY_PASSKEY = new RegExp(`^/api/auth${PASSKEY_SIGN_IN}/*$`);
const SIGN_IN = /^\/api\/auth\/sign-in(?:\/|$)/;

export function createSignInDoor({ signIn, limit, tell, isFactorRequired }: SignInDoorDeps) {
  const sessionOf = async (headers: Headers): Promise<Who> => {
    const session = await signIn.api.getSession({ headers }).catch(() => null);
    return session ? { login: session.user.email, accountId: session.user.id } : NOBODY;
  };

  /** @param who whose password is tried */
  async function tried(request: Request, address: string, subject: Tried, who: Who) {
    const attempt: Try = { login: who.login, address, cookies: request.headers.get('cookie') ?? '' };
    const place = limit.take(attempt);
    if (place === null) {
      tell({ subject, verb: 'refused', address, ...who });
      return tooMany();
    }
    const response = await signIn.handler(request);
    const isWrong = response.status === 401 || (subject !== 'sign_in' && response.status === 400);
    if (isWrong) tell({ subject, verb: 'failed', address, ...who });
    else place.giveBack();
    return { response, isDone: response.ok, attempt };
  }

  async function signInWith(request: Request, address: string): Promise<Response> {
    const login = await loginIn(request.clone());
    const outcome = await tried(request, address, 'sign_in', { login, accountId: null });
    if (outcome instanceof Response) return outcome;
    const { response, isDone, attempt } = outcome;
    if (!isDone) return response;
    const { user } = (await response.clone().json()) as { user?: { id?: string } };
    // The password was right, and a code is still to come.
    if (user === undefined) return response;
    tell({ subject: 'sign_in', verb: 'done', login, accountId: user.id ?? null, address });
    const known = new Response(response.body, response);
    known.headers.append('set-cookie', limit.known(attempt));
    return known;
  }

  async function signInByPasskey(request: Request, address: string): Promise<Response> {
    const response = await signIn.handler(request);
    if (!response.ok) {
      tell({ subject: 'sign_in', verb: 'failed', address, ...NOBODY });
      return response;
    }
    const { user } = (await response.clone().json()) as { user: { id: string; email: string } };
    tell({ subject: 'sign_in', verb: 'done', login: user.email, accountId: user.id, address });
    const known = new Response(response.body, response);
    const cookies = request.headers.get('cookie') ?? '';
    known.headers.append('set-cookie', limit.known({ login: user.email, address, cookies }));
    return known;
  }

  const secondFactor = createFactorDoor({
    signIn,
    limit,
    tell,
    withPassword: tried,
    isRequired: isFactorRequired,
  });

  return async function handle(request: Request, address: string): Promise<Response> {
    const path = pathOf(request.url);
    if (request.method === 'GET') return signIn.handler(request);
    const step = await secondFactor(request, address, path);
    if (step !== null) return step;
    if (BY_PASSKEY.test(path)) return signInByPasskey(request, address);
    if (SIGN_IN.test(path)) return signInWith(request, address);
    // Asked for before: a sign-out ends the session that says whose it is.
    const who = await sessionOf(request.headers);
    if (OWN_PASSWORD.test(path) && who.accountId !== null) {
      const outcome = await tried(request, address, 'password', who);
      if (outcome instanceof Response) return outcome;
      const isChange = outcome.isDone && path.includes('/change-');
      if (isChange) tell({ subject: 'password', verb: 'changed', address, ...who });
      return outcome.response;
    }
    const response = await signIn.handler(request);
    if (!response.ok || who.accountId === null) return response;
    if (path.startsWith('/api/auth/sign-out')) tell({ subject: 'sign_in', verb: 'ended', address, ...who });
    else tell({ subject: 'account', verb: 'changed', address, ...who });
    return response;
  };
}

/** However it is written: no spelling of a path gets around the limits. */
export function pathOf(url: string): string {
  const { pathname } = new URL(url);
  try {
    return decodeURIComponent(pathname).toLowerCase();
  } catch {
    return pathname.toLowerCase();
  }
}

async function loginIn(request: Request): Promise<string> {
  const body: unknown = await request.json().catch(() => null);
  const { email } = (typeof body === 'object' && body !== null ? body : {}) as { email?: unknown };
  return typeof email === 'string' ? email.trim().toLowerCase() : '';
}

function tooMany(): Response {
  const refusal = problem(
    'quota_requests_by_uid',
    'Too many wrong passwords for this account. Try again in a quarter of an hour, or from where you have signed in before.',
  );
  return Response.json(problemBody(refusal), {
    status: 429,
    headers: { 'retry-after': String(TRIES_MS / 1_000) },
  });
}
