/** Reads a few keys out of params that are no JSON, in one pass: what counts survives the rest [W25]. */
import { parseExact } from './exact-json.ts';

/** Values as `parseExact` gives them; `BROKEN` where the key is there and its value is not. */
export type LooseValues = Record<string, unknown>;

/** A value that cannot be known: cut off, or an object where text should be. */
export const BROKEN: unique symbol = Symbol('broken');

const MAX_VALUE = 255;
/** By UTF-16 unit: a text of 64 KiB is looked through unit by unit. */
const isSpace = (unit: number): boolean => unit <= 32 || unit === 0xa0 || unit === 0xfeff;
const isWord = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) ||
  (unit >= 65 && unit <= 90) ||
  (unit >= 48 && unit <= 57) ||
  unit === 95 ||
  unit === 36 ||
  unit === 45;
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const NOTHING: ReadonlySet<string> = new Set(['', 'null', 'undefined', 'None', 'nil']);

/**
 * Keys of the outermost object, the last of two wins. Takes single quotes, bare keys, quotes inside quotes,
 * `NaN`, `undefined`, trailing commas, a missing bracket or end. Each character is looked at a few times at most.
 */
export function readLoosely(text: string, wanted: ReadonlySet<string>): LooseValues {
  const found: LooseValues = {};
  const scan = { text, at: 0 };
  skipSpace(scan);
  // The params of an array are no price.
  if (text[scan.at] === '[') return found;
  scan.at = text.indexOf('{') + 1;
  while (scan.at < text.length) {
    const key = readKey(scan);
    if (key === null) continue;
    const value = readValue(scan);
    if (wanted.has(key)) found[key] = value;
  }
  return found;
}

interface Scan {
  readonly text: string;
  at: number;
}

function afterSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

function skipSpace(scan: Scan): void {
  scan.at = afterSpace(scan.text, scan.at);
}

/** Null where there is none: then one character is passed, so that the scan goes on. */
function readKey(scan: Scan): string | null {
  skipSpace(scan);
  const { text, at } = scan;
  const mark = text[at];
  let key: string | null;
  if (mark === '"' || mark === "'") key = readQuoted(scan, 'key');
  else {
    while (scan.at < text.length && isWord(text.charCodeAt(scan.at))) scan.at++;
    key = text.slice(at, scan.at);
  }
  skipSpace(scan);
  if (text[scan.at] === ':') {
    scan.at++;
    return key ?? '';
  }
  if (scan.at === at) scan.at++;
  return null;
}

/**
 * Null where its end is missing. A quote ends the text only where a text can end: `"15" screen"` is one text.
 * @param role a key is what stands between the last two quotes; a value that runs into a key ends before it
 */
function readQuoted(scan: Scan, role: 'key' | 'value'): string | null {
  const { text } = scan;
  const mark = text.charAt(scan.at);
  const from = scan.at + 1;
  let inner = -1;
  for (let at = from; at < text.length; at++) {
    const unit = text.charAt(at);
    if (unit === '\\') at++;
    else if (unit === mark) {
      const next = afterSpace(text, at + 1);
      if (next < text.length && !',:}]'.includes(text.charAt(next))) {
        inner = at;
        continue;
      }
      const isKey = text[next] === ':';
      if (role === 'value' && isKey && inner !== -1) {
        scan.at = inner;
        return unescaped(text.slice(from, inner));
      }
      scan.at = next;
      return unescaped(text.slice(isKey && inner !== -1 ? inner + 1 : from, at));
    }
  }
  scan.at = text.length;
  return null;
}

function unescaped(raw: string): string {
  if (!raw.includes('\\')) return raw;
  if (raw.length > MAX_VALUE * 6) return raw;
  return raw.replaceAll(/\\(?:u([\da-fA-F]{4})|(.))/gs, (_, code: string | undefined, plain: string) =>
    code === undefined ? (ESCAPES[plain] ?? plain) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

function readValue(scan: Scan): unknown {
  skipSpace(scan);
  const { text } = scan;
  const mark = text[scan.at];
  if (mark === undefined) return BROKEN;
  if (mark === '{' || mark === '[') {
    skipNested(scan);
    return BROKEN;
  }
  if (mark === '"' || mark === "'") {
    const value = readQuoted(scan, 'value');
    return value === null || value.length > MAX_VALUE ? BROKEN : value;
  }
  return readBare(scan);
}

/** To behind the bracket that closes the one it stands at; a closing one also closes what was left open in it. */
function skipNested(scan: Scan): void {
  const { text } = scan;
  const open: string[] = [];
  const count = { '{': 0, '[': 0 };
  while (scan.at < text.length) {
    const unit = text.charAt(scan.at);
    if (unit === '"' || unit === "'") {
      if (endsHere(scan, open.at(-1))) return;
      continue;
    }
    scan.at++;
    if (unit === '{' || unit === '[') {
      open.push(unit);
      count[unit]++;
    } else if (unit === '}' || unit === ']') {
      const opener = unit === '}' ? '{' : '[';
      if (count[opener] === 0) continue;
      let closed;
      do {
        closed = open.pop() === '{' ? ('{' as const) : ('[' as const);
        count[closed]--;
      } while (closed !== opener);
      if (open.length === 0) return;
    }
  }
}

/** Passes a text. A key directly in an array says that the array's end is missing: the scan stays before it. */
function endsHere(scan: Scan, around: string | undefined): boolean {
  const from = scan.at;
  readQuoted(scan, 'value');
  if (around !== '[' || scan.text[scan.at] !== ':') return false;
  scan.at = from;
  return true;
}

/** What no quotes are around: a comma is its own, as in `1999,90`, unless a key follows. */
function readBare(scan: Scan): unknown {
  const { text } = scan;
  const from = scan.at;
  for (; scan.at < text.length; scan.at++) {
    const unit = text.charAt(scan.at);
    if (unit === '}' || unit === ']') break;
    if (unit === ',' && scan.at + 1 < text.length && !/\d/.test(text.charAt(scan.at + 1))) break;
  }
  // Where the text ends here, more of the value may be missing.
  if (scan.at === text.length) return BROKEN;
  const value = text.slice(from, scan.at).trim();
  if (NOTHING.has(value)) return undefined;
  if (value.length > MAX_VALUE) return BROKEN;
  return JSON_NUMBER.test(value) ? parseExact(value) : value;
}
