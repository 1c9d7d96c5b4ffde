/** `/mcp`: who is calling is known first; each tool call is then a request of theirs to the API. */
import type { FastifyInstance } from 'fastify';
import { answerMcp } from '../mcp/index.ts';
import { isProblem } from '../kit/problem.ts';
import { sendProblem } from './answers/answer.ts';
import { unauthorized } from './answers/problem-catalogue.ts';
import { authenticate, type Authenticator } from './auth/authentication.ts';
import { sendWebResponse, webRequest } from './web-request.ts';

export function addMcp(app: FastifyInstance, accounts: Authenticator, version: string): void {
  app.route({
    method: ['GET', 'POST', 'DELETE'],
    url: '/mcp',
    async handler(request, reply) {
      const { authorization } = request.headers;
      // By a token alone: a page of another site could use a session.
      if (authorization === undefined) return sendProblem(request, reply, unauthorized());
      const who = await authenticate(request, accounts, null);
      if (who === null || isProblem(who)) return sendProblem(request, reply, who ?? unauthorized());
      const asked = webRequest(request, null);
      if (asked === null) return sendProblem(request, reply, unauthorized());
      const response = await answerMcp({
        request: asked,
        body: request.body,
        version,
        async ask({ path, query }) {
          const answer = await app.inject({
            method: 'GET',
            url: path,
            query: Object.fromEntries(
              Object.entries(query).flatMap(([key, value]) =>
                value === undefined ? [] : [[key, String(value)]],
              ),
            ),
            headers: { authorization },
            remoteAddress: request.ip,
          });
          return { status: answer.statusCode, text: answer.body };
        },
      });
      await sendWebResponse(reply, response);
    },
  });
}
