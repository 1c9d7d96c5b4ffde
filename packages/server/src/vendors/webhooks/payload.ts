/** Reads values out of payloads of any shape, and checks signatures over their bytes. */
import { createHmac } from 'node:crypto';
import { isSameBytes } from '../../kit/secrets/same-bytes.ts';
import type { Signed, Who } from './webhook.ts';

const MAX_TEXT = 200;
/** PostgreSQL takes no NUL in texts. */
// eslint-disable-next-line no-control-regex
const UNFIT = /[\u0000-\u001f\u007f]/g;

/** What stands at the path of own keys. */
export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const step of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, step)) return undefined;
    found = (found as Record<string, unknown>)[step];
  }
  return found;
}

/** The first of the places that has a text or a number. */
export function textAt(value: unknown, ...paths: readonly string[]): string {
  for (const path of paths) {
    const found = at(value, path);
    if (typeof found === 'number' && Number.isFinite(found)) return String(found);
    const text = typeof found === 'string' ? fit(found) : '';
    if (text !== '') return text;
  }
  return '';
}

const fit = (text: string): string => text.slice(0, MAX_TEXT).replaceAll(UNFIT, '').trim().toWellFormed();

export function listAt(value: unknown, path: string): readonly unknown[] {
  const found = at(value, path);
  return Array.isArray(found) ? found.slice(0, 1_000) : [];
}

/** `Date.parse` reads years into texts that are no dates, such as "x 5". */
const ISO_DATE = /^\d{4}-\d\d-\d\d(?:$|[T ]\d\d:)/;

/** Seconds, milliseconds or ISO 8601, in milliseconds. */
export function timeAt(value: unknown, ...paths: readonly string[]): number | null {
  return timeOf(textAt(value, ...paths));
}

/** The same of a text; empty: null. */
export function timeOf(text: string): number | null {
  const time = /^\d{1,14}(\.\d+)?$/.test(text)
    ? Number(text) * (Number(text) < 100_000_000_000 ? 1_000 : 1)
    : ISO_DATE.test(text)
      ? Date.parse(text)
      : NaN;
  return Number.isFinite(time) ? Math.floor(time) : null;
}

/** The name of the attribute in which the tag hands the visitor's number over. */
export const ATTRIBUTE = 'goalpost_visitor';

export function whoOf(visitor: string, userId: string, email: string): Who {
  const isNumber = /^[1-9]\d{0,19}$/.test(visitor) && BigInt(visitor) < 2n ** 64n;
  return { visitor: isNumber ? visitor : '', userId: userId || (isNumber ? '' : visitor), email };
}

export function headerOf({ headers }: Signed, name: string): string {
  const value = headers[name];
  return typeof value === 'string' ? value : '';
}

export const isSameText = (given: string, right: string): boolean =>
  isSameBytes(Buffer.from(given), Buffer.from(right));

export function hmac(
  algorithm: 'sha1' | 'sha256',
  secret: string,
  ...parts: readonly (string | Buffer)[]
): string {
  const sum = createHmac(algorithm, secret);
  for (const part of parts) sum.update(part);
  return sum.digest('hex');
}
