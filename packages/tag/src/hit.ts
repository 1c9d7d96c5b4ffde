/** Writes a hit in the wire's form: docs/spec/wire.md. */
import { MAX_TITLE_LENGTH, MAX_URL_LENGTH } from '@goalpost/contract/wire';
import type { Bag } from './bag.ts';
import { toJson } from './json.ts';
import { random } from './random.ts';
import { local, remember } from './storage.ts';
import type { Visitor } from './visitor.ts';

/** Who sends. */
export interface Sender {
  /** Where hits go: `https://stats.example/watch/5`. */
  readonly _address: string;
  readonly _id: number;
  readonly _type: number;
  /** The counter's number on this page, from 1. */
  readonly _place: number;
  /** A random number for each page. */
  readonly _hid: number;
  readonly _visitor: Visitor;
  readonly _options: Bag;
}

/**
 * A hit that can be sent any number of times: where it is kept (a key with its time in ms and its `rn`), tries so
 * far, address up to what changes with each try, the title that follows, body. An array, since it is kept in
 * localStorage for the next page, which may run another version of this script. No part holds a line break.
 */
export type Letter = [key: string, tries: number, url: string, title: string, body: string];

export const KEPT = '_gp.hit.';

/** Longer params travel in the body, and so do addresses that would fill the query's 16 KiB [W7]. */
const LONGEST_PARAMS = 2_048;
const LONGEST_ADDRESSES = 8_000;

/** `encodeURIComponent` throws on half a surrogate pair, which cutting a text can leave behind. */
const encode = (text: unknown): string => encodeURIComponent(`${text}`.replace(/\p{Cs}/gu, '\ufffd'));

/** Whoever sends it again keeps visitor, `hid`, `rn` and `rqn`: by these the server counts it once [V12]. */
const browserInfo = (kind: string, sender: Sender, now: number, rn: number): string => {
  const key = `_gp.${sender._id}`;
  const zone = -new Date().getTimezoneOffset();
  const { _id: id, _hasCookie: hasCookie } = sender._visitor;
  const local_time = new Date(now + zone * 60_000).toISOString().replace(/\D/g, '').slice(0, 14);
  // An id that ends with the page would make each page a new visitor. Without one the server makes one [W13].
  const visitor = hasCookie || local['length'] !== undefined ? `:u:${id}` : '';
  return `${kind}:vf:gp:en:${document.characterSet}:la:${navigator.language}:v:1:cn:${sender._place}:ls:${remember(
    `${key}.ls`,
    local[`${key}.ls`] ?? random(),
  )}:hid:${sender._hid}:z:${zone}:i:${local_time}:et:${Math.floor(now / 1000)}:etms:${now % 1000}:c:${
    hasCookie ? 1 : 0
  }:rn:${rn}:rqn:${remember(key, Number(local[key] ?? 0) + 1)}${visitor}:w:${innerWidth}x${innerHeight}:s:${
    screen.width
  }x${screen.height}x${screen.colorDepth}:sk:${devicePixelRatio}`;
};

/**
 * @param kind in the words of `browser-info`: `pv:1`
 * @param given `params` and `title` from the page
 * @param referrer none for hits that tell of the page itself; those carry no title either
 */
export const writeHit = (sender: Sender, kind: string, given: Bag, url: string, referrer?: string): Letter => {
  const now = Date.now();
  const rn = random();
  const { params, title = referrer === undefined ? '' : document.title } = given;
  const options = sender._options;
  const page = url.slice(0, MAX_URL_LENGTH);
  const from = referrer?.slice(0, MAX_URL_LENGTH);
  const addresses = `&page-url=${encode(page)}${from && from !== page ? `&page-ref=${encode(from)}` : ''}`;
  const info = params && typeof params === 'object' ? `&site-info=${encode(toJson(params))}` : '';
  let query = /pv/.test(kind) ? 'wmode=7' : 'force-urlencoded=1';
  let body = '';
  if (addresses.length > LONGEST_ADDRESSES) body = addresses;
  else query += addresses;
  if (info.length > LONGEST_PARAMS) body += info;
  else query += info;
  if (sender._type) query += `&cnt-class=${sender._type}`;
  if (options['ut'] || kind === 'ln:1') query += '&ut=noindex';
  return [
    `${KEPT}${now}.${rn}`,
    0,
    `${sender._address}?${query}&charset=utf-8&browser-info=${encode(browserInfo(kind, sender, now, rn))}`,
    title && options['sendTitle'] !== false ? encode(`:t:${title}`.slice(0, MAX_TITLE_LENGTH + 3)) : '',
    body.slice(1),
  ];
};

/** The address for the next try. */
export const addressNow = (letter: Letter): string =>
  `${letter[2]}${encode(`:rqnl:${++letter[1]}:st:${Math.floor(Date.now() / 1000)}`)}${letter[3]}`;
