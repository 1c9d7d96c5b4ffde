/** Addresses of a counter's site: what is accepted, how it is shown, and what hits are held against. */

export type Site =
  | {
      readonly ok: true;
      /** As typed, without scheme, query and trailing slash. */
      readonly shown: string;
      /** Lower-case, punycode, no port, no `www.`. */
      readonly host: string;
    }
  | { readonly ok: false; readonly message: string };

const SCHEME = /^https?:\/\//i;
/** Spaces, names and passwords, other schemes. */
const OTHER = /[\s@\\]|^[^/?#]*:\/\//;
const LABELS = /^(?=.*[a-z])[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/;
const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const IPV6 = /^\[[0-9a-f:.]+\]$/;

const REFUSED: Site = {
  ok: false,
  message: 'an address such as shop.example or shop.example/store is needed',
};

function isHostName(host: string, typed: string): boolean {
  if (IPV6.test(host)) return true;
  // The URL parser reads `1` or `0x7f.1` as network addresses; no owner means them.
  if (IPV4.test(host)) return typed.startsWith(host);
  return host.length <= 253 && LABELS.test(host) && host.split('.').every((label) => label.length <= 63);
}

/** Without query, fragment and the slashes before them. */
function withoutTail(typed: string): string {
  const mark = typed.search(/[?#]/);
  let end = mark === -1 ? typed.length : mark;
  while (typed.charAt(end - 1) === '/') end--;
  return typed.slice(0, end);
}

export function parseSite(text: string): Site {
  const typed = text.trim().replace(SCHEME, '');
  if (typed === '' || OTHER.test(typed)) return REFUSED;
  let url: URL;
  try {
    url = new URL(`http://${typed}`);
  } catch {
    return REFUSED;
  }
  const host = url.hostname.replace(/\.$/, '');
  if (!isHostName(host, typed)) return REFUSED;
  return { ok: true, shown: withoutTail(typed), host: host.startsWith('www.') ? host.slice(4) : host };
}

/** A link to a counter's site that carries a token in its address. */
export function linkToSite(
  site: string,
  parameter: '_gp_test' | '_gp_pick' | '_gp_own',
  token: string,
): string {
  const base = /^https?:\/\//i.test(site) ? site : `https://${site}`;
  return `${base}${base.includes('?') ? '&' : base.replace(/^https?:\/\//i, '').includes('/') ? '?' : '/?'}${parameter}=${token}`;
}
