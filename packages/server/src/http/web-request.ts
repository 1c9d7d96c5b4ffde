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

/** What is sent as the host can be anything, also a path of its own: it has no part in the address. */
const ORIGIN = 'http://localhost';
/** A request may name its address in full. */
const FULL = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;

/**
 * @param body the body's text; null for none
 * @returns null where the address would be read as another than the one that was routed, as with `/x/../y`
 */
export function webRequest(request: FastifyRequest, body: string | null): Request | null {
  const address = request.url.replace(FULL, '');
  const [path = ''] = address.split('?');
  const url = new URL(`${ORIGIN}${address}`);
  if (!path.startsWith('/') || url.pathname !== path) return null;
  const headers = webHeaders(request.headers);
  // Its length was that of another encoding of the same body.
  headers.delete('content-length');
  return new Request(url, {
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
