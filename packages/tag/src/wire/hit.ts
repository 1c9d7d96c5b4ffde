/** Writes a hit in the wire's form: docs/spec/wire.md. */
import { MAX_URL_LENGTH } from '@goalpost/contract/wire';
import { encode, local, now, random, remember } from '../shared/browser.ts';
import { guard } from '../shared/guard.ts';
import { toJson } from '../shared/json.ts';
import type { Counter, Letter } from '../shared/model.ts';
import { visitorOf } from '../shared/visitor.ts';
import { cut, isObject, numberOf, type Options, textOf } from '../shared/values.ts';

export const KEPT = '_gp.hit.';

/** What is longer travels in the body. */
const LONGEST_IN_ADDRESS = 2_048;
/** Characters of an address that are sent: tags and click ids far behind are read before the server cuts it [W26]. */
const MAX_SENT_URL = 15_000;
/** Below the body that the server takes [W7]: what it makes of the rest is worth more than a refusal. */
const MAX_SENT_BODY = 60_000;

/** One number for all hits of the page. */
const HID = random();

const seconds = (ms: number): number => (ms - (ms % 1000)) / 1000;

const encodeUrl = (url: string): string => encode(cut(url, 0, MAX_SENT_URL));

/** A hit that is sent again keeps visitor, `hid`, `rn` and `rqn`: by these the server counts it once [V12]. */
const browserInfo = (kind: string, counter: Counter, time: number, rn: number): string => {
  const key = `_gp.${counter._listed.id}`;
  const zone = numberOf(guard(() => -new Date().getTimezoneOffset())());
  const rqn = remember(key, (+(local[key] as string) || 0) + 1);
  // By `window`: what a page has deleted is undefined there, and an error else.
  const { navigator, innerWidth, innerHeight, devicePixelRatio, screen } = window;
  const { width, height, colorDepth } = (screen ?? {}) as Screen;
  // By number: to take a list apart is to ask its iterator, which pages replace.
  const visitor = visitorOf(counter);
  return `${kind}vf:gp:${counter._agreed ? 'cs:1:' : ''}en:${textOf(document.characterSet)}:la:${textOf(navigator?.language)}:v:1:cn:${
    counter._place
  }:hid:${HID}:z:${zone}:et:${seconds(time)}:etms:${cut(`${1000 + (time % 1000)}`, 1)}:c:${
    visitor[1] ? 1 : 0
  }:rn:${rn}:rqn:${rqn}:u:${visitor[0]}:w:${numberOf(innerWidth)}x${numberOf(innerHeight)}:s:${numberOf(
    width,
  )}x${numberOf(height)}x${numberOf(colorDepth)}:sk:${numberOf(devicePixelRatio)}`;
};

/**
 * @param kind in the words of `browser-info`: `pv:1:`
 * @param given `params` and `title` from the page
 * @param referrer none for hits that tell of the page itself; those carry no title either
 */
export const writeHit = (
  counter: Counter,
  kind: string,
  given: Options,
  url: string,
  referrer?: string,
): Letter => {
  const time = now();
  const rn = random();
  const { params, title = referrer === undefined ? '' : textOf(document.title) } = given;
  let fields = `page-url=${encodeUrl(url)}`;
  if (kind[1] !== 'v') fields += '&force-urlencoded=1';
  if (counter['ut'] || kind === 'ln:1:') fields += '&ut=noindex';
  if (referrer && referrer !== url) fields += `&page-ref=${encodeUrl(referrer)}`;
  // Last: of what is cut, the server still reads the price [W25].
  if (isObject(params)) fields += `&site-info=${encode(toJson(params) ?? '')}`;
  const isLong = fields.length > LONGEST_IN_ADDRESS;
  return [
    `${KEPT}${time}.${rn}`,
    0,
    `${counter._home}/watch/${counter._listed.id}?${isLong ? '' : fields}`,
    isLong ? cut(fields, 0, MAX_SENT_BODY) : '',
    browserInfo(kind, counter, time, rn),
    counter['sendTitle'] === false ? '' : (guard(() => `${title as string}`)() ?? ''),
  ];
};

/** The address for the next try. The title, which is last, is cut: servers refuse addresses that are too long. */
export const addressNow = (letter: Letter): string =>
  `${letter[2]}&browser-info=${encode(
    cut(
      `${letter[4]}:rqnl:${++letter[1]}:st:${seconds(now())}${letter[5] && `:t:${letter[5]}`}`,
      0,
      MAX_URL_LENGTH,
    ),
  )}`;
