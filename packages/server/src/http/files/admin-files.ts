/** Serves the admin: hashed assets for ever, and its one page at each of the web app's addresses [W20]. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { ADMIN_PAGES, SHARED_PAGE } from '@goalpost/contract/management';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

export interface AdminPage {
  readonly html: string;
  /** CSP sources of the page's own inline scripts, such as the one that sets the colour scheme before paint. */
  readonly scriptHashes: readonly string[];
}

/**
 * The page as it was built names its files by `./`, and has an empty place for the base path: the web app reads it
 * there, and makes all its addresses of it (`admin/src/api/address`).
 */
export function readAdminPage(folder: string, base = ''): AdminPage {
  const html = readFileSync(join(folder, 'index.html'), 'utf8')
    .replaceAll(/(\s(?:href|src)=")\.\//g, `$1${base}/`)
    .replace(/(<meta name="goalpost-base" content=")(?=")/, `$1${base}`);
  const inline = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]+?)<\/script>/g);
  const scriptHashes = [...inline].map(
    ([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
  );
  return { html, scriptHashes };
}

/** Assets are served from the files as built; `.br` and `.gz` beside them are used where accepted. */
export async function addAdminAssets(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    wildcard: false,
    globIgnore: ['**/*.html', '**/*.br', '**/*.gz', '**/*.map'],
    preCompressed: true,
    setHeaders: (reply, path) => {
      const hashed = path.includes(`${folder}/assets/`);
      void reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

export function addAdminPages(app: FastifyInstance, page: AdminPage): void {
  for (const address of ADMIN_PAGES) {
    app.get(address.replaceAll('$', ':'), { config: { rateLimit: false } }, (_request, reply) => {
      if (address === SHARED_PAGE) letBeFramed(reply);
      return sendAdminPage(reply, page);
    });
  }
}

export const sendAdminPage = (reply: FastifyReply, page: AdminPage): FastifyReply =>
  reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8').send(page.html);

/** A person typed the address into a browser: they are told in words [W20]. Programs are told as the API does. */
export const isOpened = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' &&
  headers['sec-fetch-mode'] === 'navigate' &&
  headers['sec-fetch-dest'] === 'document' &&
  !/^\/(?:api|management|stat|watch)\//.test(url);

/** Pages of other sites may show it [A30]: it holds no session, and nothing on it changes anything. */
function letBeFramed(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  reply.removeHeader('x-frame-options');
  reply.header('cross-origin-resource-policy', 'cross-origin');
  reply.header('content-security-policy', policy.replace("frame-ancestors 'none'", 'frame-ancestors *'));
}
