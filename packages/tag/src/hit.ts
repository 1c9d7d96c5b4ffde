/** Writes a hit in the wire's form: docs/spec/wire.md. */
import { MAX_URL_LENGTH } from '@goalpost/contract/wire';
import { type Bag, bag } from './bag.ts';
import type { Counter } from './counter.ts';
import { toJson } from './json.ts';
import { random } from './random.ts';
import { local, remember } from './storage.ts';

/**
 * A hit that can be sent any number of times: where it is kept (a key with its time in ms and its `rn`), tries so
 * far, address without `browser-info`, body, `browser-info` without what changes with each try, title. An array,
 * since it is kept in localStorage for the next page, which may run another version of this script.
 */
export type Letter = [key: string, tries: number, url: string, body: string, info: string, title: string];

export const KEPT = '_gp.hit.';

/** Longer params travel in the body. */
const LONGEST_PARAMS = 2_048;

/** Never throws, as `encodeURIComponent` does on half a surrogate pair: cutting a text can leave one. */
const encode = (fields: Record<string, string>): string => `${new URLSearchParams(fields)}`;

/** One number for all hits of the page. */
const HID = random();

export const seconds = (ms: number): string => `${ms}`.slice(0, -3);

/** Whoever sends it again keeps visitor, `hid`, `rn` and `rqn`: by these the server counts it once [V12]. */
const browserInfo = (kind: string, counter: Counter, now: number, rn: number): string => {
  const key = `_gp.${counter._listed.id}`;
  const zone = -new Date().getTimezoneOffset();
  const [id, hasCookie] = counter._visitor;
  const rqn = remember(key, +((local[key] as string) ?? 0) + 1);
  return `${kind}vf:gp:en:${document.characterSet}:la:${navigator.language}:v:1:cn:${counter._place}:hid:${HID}:z:${zone}:et:${seconds(now)}:etms:${`${now}`.slice(-3)}:c:${
    hasCookie ? 1 : 0
  }:rn:${rn}:rqn:${rqn}:u:${id}:w:${innerWidth}x${innerHeight}:s:${screen.width}x${screen.height}x${screen.colorDepth}:sk:${devicePixelRatio}`;
};

/**
 * @param kind in the words of `browser-info`: `pv:1:`
 * @param given `params` and `title` from the page
 * @param referrer none for hits that tell of the page itself; those carry no title either
 */
export const writeHit = (
  counter: Counter,
  kind: string,
  given: Bag,
  url: string,
  referrer?: string,
): Letter => {
  const now = Date.now();
  const rn = random();
  const { params, title = referrer === undefined ? '' : document.title } = given;
  const query: Record<string, string> = { 'page-url': url.slice(0, MAX_URL_LENGTH) };
  if (/pv/.test(kind)) query['wmode'] = '7';
  else query['force-urlencoded'] = '1';
  if (referrer && referrer !== url) query['page-ref'] = referrer.slice(0, MAX_URL_LENGTH);
  if (counter['ut'] || kind === 'ln:1:') query['ut'] = 'noindex';
  const info = bag(params) === params ? encode({ 'site-info': toJson(params) ?? '' }) : '';
  const [inQuery, inBody] = info.length > LONGEST_PARAMS ? ['', info] : [info, ''];
  return [
    `${KEPT}${now}.${rn}`,
    0,
    `${counter._address}?${encode(query)}&${inQuery}`,
    inBody,
    browserInfo(kind, counter, now, rn),
    counter['sendTitle'] === false ? '' : (title as string),
  ];
};

/** The address for the next try. The title, which is last, is cut: servers refuse addresses that are too long. */
export const addressNow = (letter: Letter): string =>
  `${letter[2]}&${encode({
    'browser-info':
      `${letter[4]}:rqnl:${++letter[1]}:st:${seconds(Date.now())}${letter[5] && `:t:${letter[5]}`}`.slice(
        0,
        MAX_URL_LENGTH,
      ),
  })}`;
