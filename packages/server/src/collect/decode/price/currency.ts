/** Which currency a word, a sign or a code stands for [G23]. */
import { writtenNumber } from '../exact-json.ts';
import { CURRENCY_WORDS } from './currency-words.ts';
import { KNOWN_CODES, NUMERIC_CODES, WHOLE_CURRENCIES } from './numeric-codes.ts';

/** What may be meant: a sign such as `$` is that of several currencies. */
export interface Currencies {
  readonly codes: readonly string[];
  /** What is meant where the counter's own is none of them; empty: cannot be told. */
  readonly alone: string;
}

const single = (code: string): Currencies => ({ codes: [code], alone: code });

const MAX_WORD = 40;

/** Lower case, without the dots and spaces that come and go; signs that only look different are one. */
export function plainWord(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[.\s]/g, '')
    .replaceAll(/[’‘ʼʻ`´]/g, "'")
    .replaceAll('￥', '¥');
}

const BY_WORD: ReadonlyMap<string, Currencies> = new Map([
  ...[...KNOWN_CODES].map((code) => [code.toLowerCase(), single(code)] as const),
  ...CURRENCY_WORDS.flatMap(({ codes, alone, words }) =>
    words.split(' ').map((word) => [plainWord(word), { codes, alone }] as const),
  ),
]);

/** Undefined where it is no currency that is known. */
export function currencyOfWord(text: string): Currencies | undefined {
  return text.length > MAX_WORD ? undefined : BY_WORD.get(plainWord(text));
}

/** Codes of ISO 4217 that are no currency of any country: none, for tests, metals, and units of account. */
const NO_MONEY: ReadonlySet<string> = new Set(
  'XXX XTS XAU XAG XPD XPT XBA XBB XBC XBD XDR XSU XUA'.split(' '),
);

/** Whether a code of three letters may stand for money: shops sell in nothing else. */
export const isMoney = (code: string): boolean => !NO_MONEY.has(code.toUpperCase());

/** The `currency` key: a code in letters or digits, or a word; undefined where it says nothing that is known. */
export function currencyOfKey(value: unknown): Currencies | undefined {
  const text = typeof value === 'string' ? value : writtenNumber(value);
  if (text === null) return undefined;
  const key = text.trim();
  if (/^\d{1,3}$/.test(key)) {
    const code = NUMERIC_CODES.get(key.padStart(3, '0'));
    return code === undefined ? undefined : single(code);
  }
  // A code of letters that this table does not know is its own: currencies come and go.
  return (
    currencyOfWord(key) ?? (/^[a-z]{3}$/i.test(key) && isMoney(key) ? single(key.toUpperCase()) : undefined)
  );
}

/** What both may mean; undefined where they contradict each other. */
export function both(one: Currencies, other: Currencies): Currencies | undefined {
  const codes = one.codes.filter((code) => other.codes.includes(code));
  if (codes.length === 0) return undefined;
  const alone = [one.alone, other.alone].find((code) => codes.includes(code)) ?? '';
  return { codes, alone: codes.length === 1 ? (codes[0] ?? '') : alone };
}

/** Prices in it have no decimals, whatever it may mean. */
export const isWhole = ({ codes }: Currencies): boolean => codes.every((code) => WHOLE_CURRENCIES.has(code));
