/** Serves the tag's script: at the two addresses that pages name, and at one that never changes. */
import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** The built tag. */
export interface TagBuild {
  readonly script: Buffer;
  /** Version and hash of this build, as in `/tag/<name>.js`, e.g. `v0.1.0-3f2a9c`. */
  readonly name: string;
}

const HOUR = 'public, max-age=3600';
const FOR_EVER = 'public, max-age=31536000, immutable';

export function addTagFiles(app: FastifyInstance, tag: TagBuild): void {
  const etag = `"${createHash('sha256').update(tag.script).digest('base64url').slice(0, 22)}"`;
  const encodings = new Map([
    ['br', brotliCompressSync(tag.script)],
    ['gzip', gzipSync(tag.script, { level: 9 })],
  ]);
  const serve = (cacheControl: string) => async (request: FastifyRequest, reply: FastifyReply) => {
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
    if (encoding === undefined || body === undefined) return reply.send(tag.script);
    return reply.header('content-encoding', encoding).send(body);
  };
  const options = { config: { rateLimit: false }, compress: false } as const;
  app.get('/metrika/tag.js', options, serve(HOUR));
  app.get('/tag.js', options, serve(HOUR));
  app.get(`/tag/${tag.name}.js`, options, serve(FOR_EVER));
}
