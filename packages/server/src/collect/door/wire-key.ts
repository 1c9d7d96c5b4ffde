/** One key out of raw urlencoded text, without decoding the rest. */
import { decodeFormValue } from '../decode/percent.ts';

/** The key's raw value, the first if said twice; undefined if not there. */
export function rawKey(text: string, key: string): string | undefined {
  const wanted = `${key}=`;
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    if (at !== 0 && text.charCodeAt(at - 1) !== 38 /* & */) continue;
    const end = text.indexOf('&', at);
    return text.slice(at + wanted.length, end === -1 ? undefined : end);
  }
  return undefined;
}

/** The query wins over the body [W2]. */
export function wireRawKey(query: string, body: string | undefined, key: string): string | undefined {
  return rawKey(query, key) ?? (body === undefined ? undefined : rawKey(body, key));
}

export function wireKey(query: string, body: string | undefined, key: string): string | undefined {
  const raw = wireRawKey(query, body, key);
  return raw === undefined ? undefined : decodeFormValue(raw);
}
