/** A script that other sites' pages load: compressed once, cached for long, open to every page. */
import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const HOUR = 'public, max-age=3600';
export const OWN_HOUR = 'private, max-age=3600';
export const FOR_EVER = 'public, max-age=31536000, immutable';

/** For routes of such scripts: every page view of every site asks for them. */
export const SCRIPT_OPTIONS = { config: { rateLimit: false }, compress: false } as const;

/** @returns a handler for one of `HOUR` and `FOR_EVER` */
export function scriptHandler(script: Buffer) {
  const etag = `"${createHash('sha256').update(script).digest('base64url').slice(0, 22)}"`;
  const encodings = new Map([
    ['br', brotliCompressSync(script)],
    ['gzip', gzipSync(script, { level: 9 })],
  ]);
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
    const encoding = [...encodings.keys()].find((name) => accepted.includes(name));
    const body = encoding === undefined ? undefined : encodings.get(encoding);
    if (encoding === undefined || body === undefined) return reply.send(script);
    return reply.header('content-encoding', encoding).send(body);
  };
}
