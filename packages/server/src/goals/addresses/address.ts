/** Addresses as goals compare them [G5]. */
import { domainToUnicode } from 'node:url';

export interface AddressForms {
  /** Whole address, decoded: as sent, then with `www.` added or taken away; likewise with the host's letters. */
  readonly whole: readonly string[];
  /** The same without the scheme. */
  readonly schemeless: readonly string[];
  /** Path, query and fragment. */
  readonly local: string;
  /** For `exact`: no scheme, no `www.`, no trailing `/`. */
  readonly exact: readonly string[];
  /** For `exact` patterns that start with `/`: path and query, no trailing `/`. */
  readonly exactPath: string;
  /** The same with the fragment, for patterns that have one. */
  readonly exactLocal: string;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const ESCAPES = /(?:%[0-9a-f]{2})+/gi;
/** Codes that stay as they are: decoded, they would change what the address says. */
const KEPT_CODES = /%(?:2f|26|3d|3f|23)/gi;

function decodeRun(run: string): string {
  try {
    return decodeURIComponent(run.replace(KEPT_CODES, (code) => `%25${code.slice(1)}`));
  } catch {
    return run;
  }
}

/** Decoded but for the codes of `/ & = ? #`; `+` is a space. Escapes that are no UTF-8 stay as they are. */
export function decodeAddress(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  return spaced.includes('%') ? spaced.replace(ESCAPES, decodeRun) : spaced;
}

/** Without any trailing `?`, `#`, `&` or `.`. */
function trimTail(text: string): string {
  let end = text.length;
  while (end > 0 && '?#&.'.includes(text.charAt(end - 1))) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

const withoutWww = (host: string): string => (host.startsWith('www.') ? host.slice(4) : host);
const withoutSlash = (text: string): string => (text.endsWith('/') ? text.slice(0, -1) : text);

interface Parts {
  readonly scheme: string;
  readonly host: string;
  readonly local: string;
}

/** Scheme and host in lower case: in these, case says nothing. */
function split(text: string): Parts {
  const scheme = SCHEME.exec(text)?.[0] ?? '';
  const rest = text.slice(scheme.length);
  const end = rest.search(/[/?#]/);
  return end < 0
    ? { scheme: scheme.toLowerCase(), host: rest.toLowerCase(), local: '' }
    : { scheme: scheme.toLowerCase(), host: rest.slice(0, end).toLowerCase(), local: rest.slice(end) };
}

/** The host as sent and, where it is punycode, in its own letters. */
function hostForms(host: string): string[] {
  if (!/xn--/i.test(host)) return [host];
  const colon = host.search(/:\d*$/);
  const name = colon < 0 ? host : host.slice(0, colon);
  const letters = domainToUnicode(name);
  return letters === '' || letters === name ? [host] : [host, letters + host.slice(name.length)];
}

/** The other form of a host: with `www.` if it has none, without if it has. */
function wwwForms(host: string): string[] {
  if (host === '') return [host];
  return host.startsWith('www.') ? [host, host.slice(4)] : [host, `www.${host}`];
}

export function addressForms(url: string): AddressForms {
  const { scheme, host, local } = split(trimTail(decodeAddress(url)));
  const hosts = hostForms(host);
  const schemeless = hosts.flatMap(wwwForms).map((form) => form + local);
  const fragment = local.indexOf('#');
  return {
    whole: schemeless.map((form) => scheme + form),
    schemeless,
    local,
    exact: hosts.map((form) => withoutSlash(withoutWww(form) + local)),
    exactPath: withoutSlash(trimTail(fragment < 0 ? local : local.slice(0, fragment))),
    exactLocal: withoutSlash(local),
  };
}

/** Begins with a path, not with `//host`. */
export const isLocal = (pattern: string): boolean => pattern.startsWith('/') && !pattern.startsWith('//');

/** A pattern whose host, if it has one, is in lower case; a text without scheme may be any part of an address. */
export function hostLowered(pattern: string): string {
  if (!SCHEME.test(pattern)) return pattern;
  const { scheme, host, local } = split(pattern);
  return scheme + host + local;
}

/** The same for a pattern that begins with the host. */
export function startLowered(pattern: string): string {
  const { scheme, host, local } = split(pattern);
  return scheme + host + local;
}

/** An `exact` pattern in the form that `AddressForms.exact` and its like are in. */
export function exactPattern(value: string): string {
  const text = trimTail(decodeAddress(value));
  if (isLocal(text)) return withoutSlash(text);
  const { host, local } = split(text.startsWith('//') ? text.slice(2) : text);
  return withoutSlash(withoutWww(host) + local);
}
