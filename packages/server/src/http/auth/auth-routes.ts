/** Mounts the sign-in library's own routes at `/api/auth/*`. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from '../answers/answer.ts';
import { isSameOrigin } from '../origin.ts';
import { noSuchRoute } from '../../kit/problem.ts';
import { foreignOrigin } from '../answers/problem-catalogue.ts';
import { sendWebResponse, webRequest } from '../web-request.ts';

/** What `http/` asks of the accounts feature for its browser routes. */
export interface AuthRoutes {
  /** Answers a request under `/api/auth/`. @param address that it came from */
  handleAuth(request: Request, address: string): Promise<Response>;
}

/** Where a password or a code can be tried. */
const ATTEMPTS = [
  '/api/auth/sign-in/*',
  '/api/auth/change-password',
  '/api/auth/verify-password',
  '/api/auth/two-factor/*',
];

export function addAuthRoutes(
  app: FastifyInstance,
  accounts: AuthRoutes,
  publicUrl: string | null,
  limit: { rateLimit: object },
): void {
  const handler = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (isBrowser(request) && request.method !== 'GET' && !isSameOrigin(request.headers, publicUrl)) {
      await sendProblem(request, reply, foreignOrigin());
      return;
    }
    const body = request.body === undefined ? null : JSON.stringify(request.body);
    const asked = webRequest(request, body);
    if (asked === null) await sendProblem(request, reply, noSuchRoute(request.method, request.url));
    else await sendWebResponse(reply, await accounts.handleAuth(asked, request.ip));
  };
  for (const url of ATTEMPTS) app.route({ method: ['POST'], url, config: limit, handler });
  app.route({ method: ['GET', 'POST'], url: '/api/auth/*', handler });
}

/** A program that signs in on its own behalf has no page of another site behind it. */
function isBrowser(request: FastifyRequest): boolean {
  const { cookie, origin, 'sec-fetch-site': site } = request.headers;
  return cookie !== undefined || origin !== undefined || site !== undefined;
}
