/** How the value of a condition looks: what warnings of it are told by [G27]. */
import type { OperatorName } from './descriptor.ts';

export interface Looked {
  readonly operator: OperatorName;
  readonly value: string;
  /** Into the params; empty: none. */
  readonly path: string;
  /** What follows a scheme up to the path; null: the value names no host. */
  readonly host: string | null;
  /** In lower case, with its colon and slashes; empty: none. */
  readonly scheme: string;
  /** Hosts of the counter: its address and the further ones. */
  readonly sites: readonly string[];
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
export const schemeOf = (value: string): string => SCHEME.exec(value.trim())?.[0].toLowerCase() ?? '';
export const afterScheme = (value: string): string => value.trim().replace(SCHEME, '').replace(/^\/\//, '');

export function hostOf(value: string, operator: OperatorName): string | null {
  const text = value.trim();
  const isNamed = SCHEME.test(text) || text.startsWith('//');
  if (!isNamed && (operator === 'contain' || text.startsWith('/'))) return null;
  const host = /^[^/?#]*/.exec(afterScheme(text))?.[0].toLowerCase() ?? '';
  return isNamed || /[.:]/.test(host) || host === 'localhost' ? host : null;
}

export const isLocalHost = (host: string): boolean =>
  /^(?:localhost|[\d.]+|\[.*\]|[^.]+)(?::\d+)?$/.test(host);

/** Begins like no address: with neither a scheme, nor a host, nor the `/` of a path. */
export function hasNoBeginning({ value, host, operator, sites }: Looked): boolean {
  const text = value.trim().toLowerCase();
  if (operator === 'start' && sites.some((site) => bare(site).startsWith(text))) return false;
  return (host === null && !/^[/?#]/.test(text)) || host === '' || /^[?#]/.test(text);
}

const bare = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/[:/].*$/, '');

/** The same name in letters and in punycode cannot be told apart here: such a host is not warned of. */
const isWritten = (host: string): boolean => /^[\u0020-\u007e]*$/.test(host) && !host.includes('xn--');

export function isForeign({ value, host, operator, sites }: Looked): boolean {
  if (host === null || host === '' || sites.length === 0) return false;
  const name = bare(host);
  if (!isWritten(name)) return false;
  const isWhole = operator === 'exact' || /[/?#]/.test(afterScheme(value));
  return !sites.some((site) => {
    const own = bare(site);
    return name === own || name.endsWith(`.${own}`) || (!isWhole && own.startsWith(name));
  });
}

/** What expressions have and addresses and identifiers do not; a query may hold nearly anything. */
export function looksLikePattern(value: string): boolean {
  return (
    /\*|^\^|\$$|\\[dws.]|\.\+|\(\?[:=!<]|\)[+?]|\[(?:\^|\w-\w)|\{\d+(?:,\d*)?\}/.test(value) ||
    /^[^?=]*\||\|[/^]/.test(value)
  );
}

/** Something is asked for behind the end, or before the beginning, of the text. */
export function isImpossible(pattern: string): boolean {
  if (/\(\?[imsU]*m/.test(pattern)) return false;
  const plain = pattern
    .replace(/\\./gs, 'e')
    .replace(/\[\^?\]?[^\]]*\]/g, 'c')
    .replace(/\(\?(?:P?<\w+>|[imsU-]*:?)/g, '(');
  return /[^(|^?*}]\^/.test(plain) || /\$[^)|$?*{]/.test(plain);
}

/** Behind `^` stands something that no page's address begins with. */
export function startsLate(pattern: string): boolean {
  if (/^\^(?:\\?\/|www\\?\.|[a-z0-9-]+\\?\.[a-z])/i.test(pattern)) return true;
  return !pattern.includes('|') && /^\^[^h\\([.^$*+?{](?![?*{])/i.test(pattern);
}

export function hasUpperHost(pattern: string): boolean {
  if (/\(\?[msU]*i/.test(pattern)) return false;
  const host = /:\\?\/\\?\/((?:[^/\\]|\\[^/])*)/.exec(pattern)?.[1] ?? '';
  return /[A-Z]/.test(host.replace(/\\./g, '').replace(/\[[^\]]*\]/g, ''));
}
