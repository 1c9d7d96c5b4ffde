/** Writes a hit in the wire's form: docs/spec/wire.md. */
import { MAX_URL_LENGTH } from '@goalpost/contract/wire';
import { encode, local, now, random, remember } from './browser.ts';
import { guard } from './guard.ts';
import { toJson } from './json.ts';
import type { Counter, Letter } from './model.ts';
import { cut, has, isObject, numberOf, type Options, textOf } from './values.ts';

export const KEPT = '_gp.hit.';

/** Longer params travel in the body. */
const LONGEST_PARAMS = 2_048;
/** What tells where a visitor came from: tags, and click ids, most of which end in `id`. */
const MARKS =
  /(utm_\w+|\w+id|from|_openstat|gclsrc|gad_source|epik|tblci|dicbo|cto_pld|click_id_cityads|actionpay|awc|cjevent|igsh)=[^&#;]*/gi;

/** One number for all hits of the page. */
const HID = random();

const seconds = (ms: number): number => (ms - (ms % 1000)) / 1000;

/** At most as long as the server reads [W5], but with its tags and click ids, wherever they stood [W33]. */
export const shorten = (url: string): string => {
  const marked = guard(() => url.replace('?', `?${url.match(MARKS)!.join('&')}&`));
  return url.length > MAX_URL_LENGTH ? cut(marked() ?? url, 0, MAX_URL_LENGTH) : url;
};

/** Whoever sends it again keeps visitor, `hid`, `rn` and `rqn`: by these the server counts it once [V12]. */
const browserInfo = (kind: string, counter: Counter, time: number, rn: number): string => {
  const key = `_gp.${counter._listed.id}`;
  const zone = numberOf(guard(() => -new Date().getTimezoneOffset())());
  const rqn = remember(key, (+textOf(local[key]) || numberOf(local[key])) + 1);
  // By `window`: what a page has deleted is undefined there, and an error else.
  const { navigator, innerWidth, innerHeight, devicePixelRatio, screen } = window;
  const { width, height, colorDepth } = (screen ?? {}) as Screen;
  return `${kind}vf:gp:en:${textOf(document.characterSet)}:la:${textOf(navigator?.language)}:v:1:cn:${
    counter._place
  }:hid:${HID}:z:${zone}:et:${seconds(time)}:etms:${cut(`${1000 + (time % 1000)}`, 1)}:c:${
    counter._visitor[1] ? 1 : 0
  }:rn:${rn}:rqn:${rqn}:u:${counter._visitor[0]}:w:${numberOf(innerWidth)}x${numberOf(innerHeight)}:s:${numberOf(
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
  let address = `${counter._address}?page-url=${encode(shorten(url))}`;
  if (!has(kind, 'pv')) address += '&force-urlencoded=1';
  if (referrer && referrer !== url) address += `&page-ref=${encode(shorten(referrer))}`;
  if (counter['ut'] || kind === 'ln:1:') address += '&ut=noindex';
  const info = isObject(params) ? `site-info=${encode(toJson(params) ?? '')}` : '';
  const isLong = info.length > LONGEST_PARAMS;
  return [
    `${KEPT}${time}.${rn}`,
    0,
    isLong ? address : `${address}&${info}`,
    isLong ? info : '',
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
