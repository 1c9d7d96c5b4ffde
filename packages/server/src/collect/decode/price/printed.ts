/** A price as a shop prints it, taken apart: a number, and the words and signs around it [G22, G23]. */
import { plainDigits, readNumber } from '../../../goals/index.ts';
import { both, currencyOfWord, isWhole, plainWord, type Currencies } from './currency.ts';
import { MINOR_WORDS } from './currency-words.ts';

export interface PrintedPrice {
  readonly amount: number;
  /** What the words say; undefined: there are none. */
  readonly said: Currencies | undefined;
}

/** A price that is longer is none. */
const MAX_LENGTH = 200;

const ENTITIES: readonly (readonly [entity: RegExp, character: string])[] = [
  [/&(?:nbsp|thinsp|ensp|emsp|#160|#xa0|#8239|#x202f|#8201|#x2009);/gi, ' '],
  [/&(?:euro|#8364|#x20ac);/gi, '€'],
  [/&(?:#8381|#x20bd);/gi, '₽'],
  [/&(?:pound|#163|#xa3);/gi, '£'],
  [/&(?:yen|#165|#xa5);/gi, '¥'],
  [/&(?:#36|dollar);/gi, '$'],
  [/&(?:#39|apos|rsquo|#8217);/gi, "'"],
];

/** What was copied from a page along with the price: tags, entities, invisible marks. */
function cleaned(text: string): string {
  let plain = text;
  if (plain.includes('<')) plain = plain.replaceAll(/<\/?[a-z][^<>]*>/gi, ' ');
  if (plain.includes('&'))
    for (const [entity, character] of ENTITIES) plain = plain.replaceAll(entity, character);
  return plainDigits(plain)
    .replaceAll(/[\p{Cf}\p{Mn}]/gu, '')
    .replaceAll(/[\s\p{Zs}]+/gu, ' ')
    .replaceAll(/[’‘ʼʻ`´＇]/g, "'")
    .replaceAll('，', ',')
    .replaceAll('．', '.')
    .trim();
}

/** One number: digits with single separators between them. */
const NUMBER = /\d+(?:[ ,.'٬٫·]\d+)*/g;
/** What stands for "no cents" behind a number: `199,-`, `199.–`, `199:-`. */
const NO_CENTS = /^ ?[.,:] ?[-–—]{1,2}/;

/**
 * Null where it cannot be understood, or only in more than one way.
 * @param key what the `currency` key said
 */
export function readPrinted(text: string, key: Currencies | undefined): PrintedPrice | null {
  if (text.length > MAX_LENGTH) return null;
  const plain = cleaned(text);
  const [first, second, ...more] = plain.matchAll(NUMBER);
  if (first === undefined || more.length > 0) return null;

  const end = first.index + first[0].length;
  const before = plain.slice(0, first.index);
  if (second === undefined) {
    const after = plain.slice(end);
    const rest = after.replace(NO_CENTS, ' ');
    return readOne({ number: first[0], before, after: rest, noCents: rest !== after }, key);
  }

  const minor = plainWord(plain.slice(second.index + second[0].length));
  if (!MINOR_WORDS.has(minor) || !/^\d{1,2}$/.test(second[0])) return null;
  const major = plain.slice(end, second.index);
  if (major.trim() === '') return null;
  const whole = readOne({ number: first[0], before, after: major, noCents: true }, key);
  if (whole === null || !Number.isInteger(whole.amount)) return null;
  return { ...whole, amount: Number(`${whole.amount}.${second[0].padStart(2, '0')}`) };
}

interface Parts {
  readonly number: string;
  readonly before: string;
  readonly after: string;
  /** It is said that the number has no decimals. */
  readonly noCents: boolean;
}

function readOne(parts: Parts, key: Currencies | undefined): PrintedPrice | null {
  if (/[.,]{2}$/.test(parts.before)) return null;
  const { mark = '' } = BARE_DECIMALS.exec(parts.before)?.groups ?? {};
  const before = parts.before.slice(0, parts.before.length - mark.length).replace(PLUS, '');
  const said = wordsOf([before, parts.after]);
  if (said === null) return null;
  const meant = said !== undefined && key !== undefined ? both(said, key) : (said ?? key);
  const whole = parts.noCents || (meant !== undefined && isWhole(meant));
  if (mark === '') return asPrice(readNumber(parts.number, whole), said);
  return whole || !/^\d+$/.test(parts.number) ? null : asPrice(readNumber(`0.${parts.number}`, false), said);
}

/** `.5` and `$.99`: the mark is the number's, while that of `руб.99` is the word's. */
const BARE_DECIMALS = /(?:^|[^\p{L}.,])(?<mark>[.,])$/u;
/** What some programs print before any sum. */
const PLUS = /(?<![+-])\+$|^\+(?=[^+-]+$)/;

const asPrice = (amount: number | null, said: Currencies | undefined): PrintedPrice | null =>
  amount === null ? null : { amount, said };

/** Undefined: there are none; null: some are no currency, or contradict each other. */
function wordsOf(texts: readonly string[]): Currencies | undefined | null {
  let said: Currencies | undefined;
  for (const one of texts.flatMap(wordsIn)) {
    const joined = one === undefined || said === undefined ? one : both(said, one);
    if (joined === undefined) return null;
    said = joined;
  }
  return said;
}

/** A text is one word, as `US $` is, or several, as `$ USD` are. */
function wordsIn(text: string): (Currencies | undefined)[] {
  if (/^[ .]*$/.test(text)) return [];
  const whole = currencyOfWord(text);
  if (whole !== undefined) return [whole];
  return text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => currencyOfWord(word.replace(/^\((.*)\)$/, '$1')));
}
