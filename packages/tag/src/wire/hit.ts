/** Writes a hit in the wire's form: docs/spec/wire.md. */
import { MAX_URL_LENGTH } from '@goalpost/contract/wire';
import { encode, now, random } from '../shared/browser.ts';
import { attempt } from '../shared/guard.ts';
import { toJson } from '../shared/json.ts';
import type { Counter, Letter } from '../shared/model.ts';
import { visitorOf } from '../shared/visitor.ts';
import { cut, isObject, type Options, textOf } from '../shared/values.ts';

export const KEPT = '_gp.try.';

/** What is longer travels in the body. */
const LONGEST_IN_ADDRESS = 2_048;
/** Characters of an address that are sent: tags and click ids far behind are read before the server cuts it [W26]. */
const MAX_SENT_URL = 15_000;
/** Below the body that the server takes [W7]: what it makes of the rest is worth more than a refusal. */
const MAX_SENT_BODY = 60_000;

/** One number for all hits of the page. */
const HID = random();

const encodeUrl = (url: string): string => encode(cut(url, 0, MAX_SENT_URL));

/** What the browser says of itself, for what it is worth: the server takes only sizes and names [W66]. */
const surroundings = (): string =>
  `:la:${navigator.language}:z:${-new Date().getTimezoneOffset()}:w:${innerWidth}x${innerHeight}:s:${screen.width}x${screen.height}x${screen.colorDepth}:sk:${devicePixelRatio}`;

/**
 * @param kind in the words of `browser-info`: `pv:1:`
 * @param given `params` and `title` from the page
 * @param referrer none for hits that tell of the page itself
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
  const { 0: visitor, 1: hasCookie } = visitorOf(counter);
  const params = given['params'];
  let fields = `&page-url=${encodeUrl(url)}`;
  if (referrer && referrer !== url) fields += `&page-ref=${encodeUrl(referrer)}`;
  // Last: of what is cut, the server still reads the price [W25].
  if (isObject(params)) fields += `&site-info=${encode(toJson(params) ?? '')}`;
  let address = `${counter._home}/watch/${counter._listed.id}?browser-info=${encode(
    // The title, which is last, is cut: servers refuse addresses that are too long.
    cut(
      `${kind}${counter._agreed ?? ''}v:1:hid:${HID}:ms:${time}:c:${hasCookie}:rn:${rn}:rqn:${(counter._sent = -~counter._sent!)}:u:${
        visitor
      }${attempt(surroundings) ?? ''}${
        counter['sendTitle'] === false
          ? ''
          : `:t:${attempt(() => `${(given['title'] as string | undefined) ?? textOf(document.title)}`) ?? ''}`
      }`,
      0,
      MAX_URL_LENGTH,
    ),
  )}`;
  let body = '';
  if (fields.length > LONGEST_IN_ADDRESS) body = cut(fields, 0, MAX_SENT_BODY);
  else address += fields;
  return [`${KEPT}${time}.${rn}`, address, body];
};
