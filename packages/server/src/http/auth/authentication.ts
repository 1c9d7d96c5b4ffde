/** Who is calling: by the `Authorization` header, else by the session cookie. */
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../kit/endpoint.ts';
import type { Problem } from '../../kit/problem.ts';
import { isProblem } from '../../kit/problem.ts';
import { isSameOrigin } from '../origin.ts';
import { factorNeeded, foreignOrigin, unauthorized } from '../answers/problem-catalogue.ts';
import { webHeaders } from '../web-request.ts';

/** What `http/` asks of the accounts feature. */
export interface Authenticator {
  /** @returns null for a token that is wrong or revoked */
  callerByToken(token: string): Promise<Caller | null>;
  /** @returns null where the cookies hold no live session */
  callerBySession(headers: Headers): Promise<Caller | null>;
}

const SCHEME = /^(?:oauth|bearer)\s+(\S+)\s*$/i;

/** Undefined where the request names no token in a form that is known. */
export function tokenOf({ headers }: Pick<FastifyRequest, 'headers'>): string | undefined {
  return SCHEME.exec(headers.authorization ?? '')?.[1];
}

/** @param beforeSecondFactor also who lacks the factor that the server requires @returns null for an anonymous call; a refusal where credentials came and are not good */
export async function authenticate(
  request: FastifyRequest,
  accounts: Authenticator,
  publicUrl: string | null,
  beforeSecondFactor = false,
): Promise<Caller | Problem | null> {
  if (request.headers.authorization !== undefined) {
    const token = tokenOf(request);
    return (token !== undefined && (await accounts.callerByToken(token))) || unauthorized();
  }
  if (request.headers.cookie === undefined) return null;
  const caller = await accounts.callerBySession(webHeaders(request.headers));
  if (!caller) return null;
  if (caller.lacksSecondFactor && !beforeSecondFactor) return factorNeeded();
  const reads = request.method === 'GET' || request.method === 'HEAD';
  return reads || isSameOrigin(request.headers, publicUrl) ? caller : foreignOrigin();
}

/** The same for a route outside the endpoint list that a token may open, such as `/metrics`. */
export async function holdsToken(request: FastifyRequest, accounts: Authenticator): Promise<boolean> {
  const who = await authenticate(request, accounts, null);
  return who !== null && !isProblem(who);
}
