/** Sends what an endpoint's handler gave: a value as JSON, a refusal, or a raw body. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RawBody, ScriptBody } from '../../kit/endpoint.ts';
import { isProblem, problemBody, problemStatus, type Problem } from '../../kit/problem.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

export function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: unknown): FastifyReply {
  reply.header('cache-control', 'no-store');
  if (isProblem(answer)) return sendProblem(request, reply, answer);
  if (answer instanceof RawBody) {
    return reply.headers(answer.headers).type(answer.contentType).send(answer.body);
  }
  if (answer instanceof ScriptBody) return sendScript(request, reply, answer);
  return reply.type(JSON_TYPE).send(toJson(request, answer));
}

/** Pages of other sites may load it. The comment keeps anything but a script from being read in its first bytes. */
function sendScript(
  request: FastifyRequest,
  reply: FastifyReply,
  { callback, value }: ScriptBody,
): FastifyReply {
  const json = toJson(request, value).replaceAll('<', String.raw`\u003c`);
  return reply
    .header('cross-origin-resource-policy', 'cross-origin')
    .header('x-content-type-options', 'nosniff')
    .type('text/javascript; charset=utf-8')
    .send(`/**/${callback}(${json});`);
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, refusal: Problem): FastifyReply {
  const status = problemStatus(refusal);
  if (status === 401) reply.header('www-authenticate', 'OAuth realm="Goalpost", Bearer realm="Goalpost"');
  return sendBody(request, reply, status, problemBody(refusal));
}

export function sendBody(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  body: unknown,
): FastifyReply {
  // A page's console is to say what became of its script, not that this server's policy blocks the answer.
  if (status >= 400 && isForScript(request)) reply.header('cross-origin-resource-policy', 'cross-origin');
  return reply.status(status).header('cache-control', 'no-store').type(JSON_TYPE).send(toJson(request, body));
}

function isForScript({ headers, url }: FastifyRequest): boolean {
  return headers['sec-fetch-dest'] === 'script' || /^[^?]*\.js(?:\?|$)/.test(url);
}

/** `pretty=1` is for people who read answers by eye. */
function toJson(request: FastifyRequest, value: unknown): string {
  const { pretty } = (request.query ?? {}) as Record<string, unknown>;
  return JSON.stringify(value, null, pretty === '1' || pretty === 'true' ? 2 : undefined);
}
