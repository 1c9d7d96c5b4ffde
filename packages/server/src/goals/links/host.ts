/** Hosts of addresses, in the one form in which they are compared. */
import { domainToASCII } from 'node:url';

const AUTHORITY = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)/i;
/** Nothing in it to encode: nearly every host. */
const PLAIN = /^[a-z\d.-]*$/;
/** Already as it is compared, but for `www.`. */
const USUAL = /^[a-z\d.-]*[a-z\d-]$/;

/** Host of an address as hosts are compared; empty if it has none. */
export function hostOf(address: string): string {
  const authority = AUTHORITY.exec(address)?.[1] ?? '';
  return normalHost(authority.slice(authority.lastIndexOf('@') + 1));
}

/** The longest host that there can be. */
const MAX_HOST = 253;

/** @param host perhaps with a port; empty if it is too long to be one; `www.` and case are taken away, national letters encoded */
export function normalHost(host: string): string {
  if (USUAL.test(host) && host.length <= MAX_HOST && !host.startsWith('www.')) return host;
  const bare = host.startsWith('[') ? host.replace(/\]:\d*$/, ']') : host.replace(/:\d*$/, '');
  const lower = bare
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '');
  // What is remembered of hosts is bounded in number; this bounds it in length.
  if (lower.length > MAX_HOST) return '';
  return PLAIN.test(lower) || lower.startsWith('[') ? lower : domainToASCII(lower);
}

/** The host itself or one under it [W10 `origin`]. */
export function isAmong(host: string, hosts: readonly string[]): boolean {
  return hosts.some((allowed) => {
    const wanted = normalHost(allowed);
    return wanted !== '' && (host === wanted || host.endsWith(`.${wanted}`));
  });
}
