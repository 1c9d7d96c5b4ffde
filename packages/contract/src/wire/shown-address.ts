/**
 * Addresses as people read them: escapes decoded, hosts in their own letters [M35].
 * What is shown reads the same when it is read again, so that it can be asked for as it stands.
 */

/** A run of escapes; or a stray `%`, with the escapes behind it that would come to stand as its digits; or text. */
const PARTS = /(?:%[0-9a-f]{2})+|%[0-9a-f]?(?:%[0-9a-f]{2})*|[^%]+/gi;
const IS_RUN = /^%[0-9a-f]{2}/i;
/** The codes of `/ & = ? # + %`: decoded, they would change what the address says. */
const KEPT_CODES = /%(2f|26|3d|3f|23|2b|25)/gi;
/** Controls, and what turns the direction of writing: unseen, they would make an address look like another. */
const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

function decodePart(part: string): string {
  if (!IS_RUN.test(part)) return part;
  try {
    const decoded = decodeURIComponent(part.replace(KEPT_CODES, '%25$1'));
    return UNSAFE.test(decoded) ? part : decoded;
  } catch {
    return part;
  }
}

/** Path, query and fragment. Escapes that are no text stay as they are; behind a `?`, `+` is a space. */
export function shownLocal(text: string): string {
  const query = text.indexOf('?');
  const spaced = query < 0 ? text : text.slice(0, query) + text.slice(query).replaceAll('+', ' ');
  return spaced.includes('%') ? spaced.replace(PARTS, decodePart) : spaced;
}

/** In lower case; labels in punycode in their own letters, if they are letters, marks, digits or symbols. */
export function shownHost(host: string): string {
  const lower = host.toLowerCase();
  return lower.includes('xn--') ? lower.split('.').map(shownLabel).join('.') : lower;
}

const UNREADABLE = /[\p{C}\p{Z}]|(?![a-z0-9-])\p{ASCII}/u;

function shownLabel(label: string): string {
  const [name = '', port = ''] = label.split(/(?=:)/);
  if (!name.startsWith('xn--')) return label;
  const letters = decodePunycode(name.slice(4));
  return letters === null || UNREADABLE.test(letters) ? label : letters + port;
}

export interface AddressParts {
  /** With its `://`; empty where there is none. */
  readonly scheme: string;
  readonly host: string;
  readonly local: string;
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;

export function addressParts(url: string): AddressParts {
  const scheme = SCHEME.exec(url)?.[0] ?? '';
  if (scheme === '') return { scheme, host: '', local: url };
  const rest = url.slice(scheme.length);
  const end = rest.search(/[/?#]/);
  return end < 0
    ? { scheme, host: rest, local: '' }
    : { scheme, host: rest.slice(0, end), local: rest.slice(end) };
}

export function shownAddress(url: string): string {
  const { scheme, host, local } = addressParts(url);
  return scheme.toLowerCase() + shownHost(host) + shownLocal(local);
}

/** RFC 3492. */
const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;
const MAX_LABEL = 63;
const LAST_CODE = 0x10ffff;

/** @returns null where it is none */
function decodePunycode(text: string): string | null {
  if (text === '' || text.length > MAX_LABEL) return null;
  const dash = text.lastIndexOf('-');
  const out = dash > 0 ? Array.from(text.slice(0, dash), (char) => char.codePointAt(0) ?? 0) : [];
  let code = 128;
  let bias = 72;
  let place = 0;
  for (let at = dash > 0 ? dash + 1 : 0; at < text.length;) {
    const before = place;
    for (let weight = 1, k = BASE; ; k += BASE) {
      const digit = Number.parseInt(text.charAt(at++), BASE);
      if (Number.isNaN(digit)) return null;
      // Letters are 0 to 25 here, digits 26 to 35.
      const value = digit < 10 ? digit + 26 : digit - 10;
      place += value * weight;
      const least = k <= bias ? T_MIN : Math.min(k - bias, T_MAX);
      if (value < least) break;
      weight *= BASE - least;
    }
    const count = out.length + 1;
    bias = adapted(place - before, count, before === 0);
    code += Math.floor(place / count);
    place %= count;
    if (code > LAST_CODE || (code >= 0xd800 && code <= 0xdfff)) return null;
    out.splice(place++, 0, code);
  }
  return String.fromCodePoint(...out);
}

function adapted(delta: number, count: number, isFirst: boolean): number {
  let rest = Math.floor(delta / (isFirst ? DAMP : 2));
  rest += Math.floor(rest / count);
  let k = 0;
  for (; rest > ((BASE - T_MIN) * T_MAX) / 2; k += BASE) rest = Math.floor(rest / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * rest) / (rest + SKEW));
}
