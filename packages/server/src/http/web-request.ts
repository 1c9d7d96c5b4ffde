/** Node's headers and requests as the web platform's, for parts that speak `fetch`. */
import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';

export function webHeaders(headers: IncomingHttpHeaders): Headers {
  const result = new Headers();
  for (const [name, value] of Object.entries(headers)) {
    if (Array.isArray(value)) for (const one of value) result.append(name, one);
    else if (value !== undefined) result.set(name, value);
  }
  return result;
}

/** @param body the body's text; null for none */
export function webRequest(request: FastifyRequest, body: string | null): Request {
  const headers = webHeaders(request.headers);
  // Its length was that of another encoding of the same body.
  headers.delete('content-length');
  return new Request(`${request.protocol}://${request.host}${request.url}`, {
    method: request.method,
    headers,
    ...(body === null ? {} : { body }),
  });
}

export async function sendWebResponse(reply: FastifyReply, response: Response): Promise<void> {
  reply.status(response.status);
  for (const [name, value] of response.headers) if (name !== 'set-cookie') reply.header(name, value);
  for (const cookie of response.headers.getSetCookie()) reply.header('set-cookie', cookie);
  await reply.send(response.body === null ? '' : Buffer.from(await response.arrayBuffer()));
}
