/** The host of the page that a hit comes from. */
import { hostOf } from '../../goals/index.ts';
import { wireKey } from './wire-key.ts';

export interface HitAddresses {
  readonly query: string;
  readonly body: string | undefined;
  readonly origin: string;
  readonly referer: string;
}

const LINK = /(?:^|:)ln:1(?::|$)/;
const EVENT = /^(?:goal|form|btn):/i;

/**
 * Host of the page, lower-case, without port and `www.`; empty if nothing tells. The page's own word first:
 * `page-url`, except that a link's `page-url` is its target and an event's is its name; their page is `page-ref`.
 */
export function pageHost(hit: HitAddresses): string {
  const url = wireKey(hit.query, hit.body, 'page-url') ?? '';
  const elsewhere = EVENT.test(url) || isLink(hit);
  const page = elsewhere ? (wireKey(hit.query, hit.body, 'page-ref') ?? '') : url;
  return hostOf(page) || hostOf(hit.referer) || hostOf(hit.origin) || (EVENT.test(url) ? hostOf(url) : '');
}

function isLink(hit: HitAddresses): boolean {
  const info = wireKey(hit.query, hit.body, 'browser-info') ?? '';
  const title = info.indexOf(':t:');
  return LINK.test(title === -1 ? info : info.slice(0, title));
}
