/** The host of the page that a hit comes from, and whether a counter takes hits from there. */
import { domainToASCII } from 'node:url';
import { wireKey } from './wire-key.ts';

export interface HitAddresses {
  readonly query: string;
  readonly body: string | undefined;
  readonly origin: string;
  readonly referer: string;
}

const LINK = /(?:^|:)ln:1(?::|$)/;
const EVENT = /^(?:goal|form|btn):/i;
const AUTHORITY = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i;

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

/** Host of an address as hosts are compared; empty if it has none. */
export function hostOf(address: string): string {
  const authority = AUTHORITY.exec(address)?.[1] ?? '';
  return normalHost(authority.slice(authority.lastIndexOf('@') + 1));
}

/** The longest host that there can be. */
const MAX_HOST = 253;

/** @param host perhaps with a port; empty if it is too long to be one; `www.` and case are taken away, national letters encoded */
export function normalHost(host: string): string {
  const bare = host.startsWith('[') ? host.replace(/\]:\d*$/, ']') : host.replace(/:\d*$/, '');
  const lower = bare
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '');
  // What is remembered of hosts is bounded in number; this bounds it in length.
  if (lower.length > MAX_HOST) return '';
  return lower.startsWith('[') ? lower : domainToASCII(lower);
}

/** The host itself or one under it [W10 `origin`]. */
export function isAmong(host: string, hosts: readonly string[]): boolean {
  return hosts.some((allowed) => {
    const wanted = normalHost(allowed);
    return wanted !== '' && (host === wanted || host.endsWith(`.${wanted}`));
  });
}
