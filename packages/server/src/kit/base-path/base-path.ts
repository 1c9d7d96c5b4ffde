/** The path below which a proxy serves the whole server, as in `https://example.com/stats/`. Pure. */
import { ADMIN_PAGES } from '@goalpost/contract/management';

/** Of paths that no route of the framework has: hits are taken in front of it. */
const OF_HITS = ['watch', 'clmap'];
const OF_OTHERS = 'api management stat mcp chat healthz readyz metrics tag metrika resource assets'.split(
  ' ',
);

/**
 * First parts of the server's own paths. A base path has none of them: a proxy may keep it or take it away, and by
 * its first part the server tells which. The tag, too, finds the place of the server by such names [W30].
 */
export const OWN_NAMES: ReadonlySet<string> = new Set([
  ...ADMIN_PAGES.map((page) => page.split('/')[1] ?? ''),
  ...OF_HITS,
  ...OF_OTHERS,
]);

const ADDRESS = /^(https?:\/\/[^/?#\s@\\]+)((?:\/[\w-]+)*)\/?$/i;
const MAX_PATH = 200;

/**
 * Reads `GOALPOST_PUBLIC_URL`.
 * @returns origin and base path without a slash at its end, such as `https://example.com/stats`; null where it is none
 */
export function readPublicUrl(text: string): string | null {
  const [, origin = '', path = ''] = ADDRESS.exec(text) ?? [];
  if (!URL.canParse(origin) || path.length > MAX_PATH) return null;
  if (path.split('/').some((part) => part !== '' && OWN_NAMES.has(part.toLowerCase()))) return null;
  return new URL(origin).origin + path;
}

/** @returns empty at the root of a host, else such as `/stats` */
export function basePathOf(publicUrl: string | null): string {
  return publicUrl === null ? '' : new URL(publicUrl).pathname.replace(/\/$/, '');
}

/**
 * The address below the base path, whether the proxy has kept that path or taken it away.
 * @param url of a request, beginning with a slash
 */
export function belowBase(base: string, url: string): string {
  if (base === '' || !url.startsWith(base)) return url;
  const rest = url.slice(base.length);
  if (rest === '' || rest.startsWith('?')) return `/${rest}`;
  return rest.startsWith('/') ? rest : url;
}

/** What names of our cookies begin with: servers below one host each have their own. */
export const cookiePrefixOf = (base: string): string => `goalpost${base.replaceAll('/', '-')}`;
