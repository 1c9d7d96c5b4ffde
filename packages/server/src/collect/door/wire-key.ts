/** One key out of raw urlencoded text, without decoding the rest. */
import { decodeFormValue } from '../decode/percent.ts';

/** The keys that the door reads, as they are looked for. */
const WANTED = {
  wmode: 'wmode=',
  callback: 'callback=',
  'page-url': 'page-url=',
  'page-ref': 'page-ref=',
  'browser-info': 'browser-info=',
  'site-info': 'site-info=',
} as const;
export type WireKey = keyof typeof WANTED;

/** The key's raw value, the first if said twice; undefined if not there. */
function rawKey(text: string, key: WireKey): string | undefined {
  const wanted = WANTED[key];
  for (let at = text.indexOf(wanted); at !== -1; at = text.indexOf(wanted, at + 1)) {
    if (at !== 0 && text.charCodeAt(at - 1) !== 38 /* & */) continue;
    const end = text.indexOf('&', at);
    return text.slice(at + wanted.length, end === -1 ? undefined : end);
  }
  return undefined;
}

/** The query wins over the body [W2]. */
export function wireRawKey(query: string, body: string | undefined, key: WireKey): string | undefined {
  return rawKey(query, key) ?? (body === undefined ? undefined : rawKey(body, key));
}

export function wireKey(query: string, body: string | undefined, key: WireKey): string | undefined {
  const raw = wireRawKey(query, body, key);
  return raw === undefined ? undefined : decodeFormValue(raw);
}
