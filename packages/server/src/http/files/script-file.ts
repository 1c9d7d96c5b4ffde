/** A script that other sites' pages load: compressed once, cached for long, open to every page. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const HOUR = 'public, max-age=3600';
export const OWN_HOUR = 'private, max-age=3600';
export const FOR_EVER = 'public, max-age=31536000, immutable';

/** For routes of such scripts: every page view of every site asks for them. */
export const SCRIPT_OPTIONS = { config: { rateLimit: false }, compress: false } as const;

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

/** By what browsers call it, the better one first. */
const ENCODERS: ReadonlyMap<string, (script: Buffer) => Promise<Buffer>> = new Map([
  ['br', (script) => brotliAsync(script)],
  ['gzip', (script) => gzipAsync(script, { level: 9 })],
]);

/** @returns a handler for one of `HOUR` and `FOR_EVER` */
export function scriptHandler(script: Buffer) {
  const etag = `"${createHash('sha256').update(script).digest('base64url').slice(0, 22)}"`;
  /** Made when first asked for, and off the main thread: brotli takes half a second for the widget. */
  const encoded = new Map<string, Promise<Buffer>>();
  return (cacheControl: string) => async (request: FastifyRequest, reply: FastifyReply) => {
    reply
      .header('cache-control', cacheControl)
      .header('etag', etag)
      .header('vary', 'Accept-Encoding')
      .header('access-control-allow-origin', '*')
      .header('timing-allow-origin', '*')
      // The script is made to run on other sites' pages.
      .header('cross-origin-resource-policy', 'cross-origin')
      .type('text/javascript; charset=utf-8');
    if (request.headers['if-none-match']?.includes(etag)) return reply.status(304).send();
    const accepted = request.headers['accept-encoding'] ?? '';
    for (const [encoding, encode] of ENCODERS) {
      if (!accepted.includes(encoding)) continue;
      const body = encoded.get(encoding) ?? encode(script);
      encoded.set(encoding, body);
      return reply.header('content-encoding', encoding).send(await body);
    }
    return reply.send(script);
  };
}
