/** Finds personal data in a text by how they look: cards, e-mail addresses, phones and secrets [P2–P5]. */
import type { MaskKind } from '@goalpost/contract/collection';
import { isCard, MAYBE_CARD } from './card.ts';
import { maskEmails } from './email.ts';
import { folded } from './folded.ts';
import { maskSpelled } from './spelled.ts';

/** What stands in the place of what was found; brackets need no escape in an address. */
export const MASK: Readonly<Record<MaskKind, string>> = {
  email: '(email)',
  phone: '(phone)',
  card: '(card)',
  token: '(token)',
  name: '(masked)',
  own: '(masked)',
};

/** With the mark of an id that was masked, or without, as addresses write it or not [P7]. */
const MASKED = /(?:\(|%28)(?:email|phone|card|token|masked)(?:(?: |%20|\+)[\w-]+)?(?:\)|%29)/i;

/** Whether masking has taken something out of a text. */
export const isMasked = (text: string): boolean => MASKED.test(text);

/** Hears what was masked. */
export type Found = (kind: MaskKind) => void;
/** What stands for a value that was found; ids get a mark that tells them apart. */
export type Replace = (kind: MaskKind, value: string) => string;

export const plainly: Replace = (kind) => MASK[kind];

/** `+7 (916) 123-45-67`, with the plus or the two noughts that make it international. */
const INTERNATIONAL = /(?<!\d)(?:\+|(?<![\w.])00)[1-9](?:[ ().+\-\u00A0]{0,4}\d){8,14}(?!\d)/g;
/** `8 (916) 123-45-67`, `79161234567`: eleven digits, as they are written in Russia. */
const RUSSIAN =
  /(?<![\d.,+])[78][ .+\-\u00A0]{0,3}\(?[3489]\d{2}\)?[ .+\-\u00A0]{0,3}\d{3}[ .+\-\u00A0]{0,3}\d{2}[ .+\-\u00A0]{0,3}\d{2}(?![\d])/g;
/** `(916) 123-45-67`, `415-555-2671`: ten digits count with their separators alone. */
const LOCAL =
  /(?<![\d.,+-])(?:\([2-9]\d{2}\)[ +\u00A0]?|[2-9]\d{2}[ .+\-\u00A0])\d{3}[ .+\-\u00A0](?:\d{2}[ .+\-\u00A0]\d{2}|\d{4})(?![\d-])/g;
/** `8 (4852) 55-12-34`, `(48522) 5-12-34`: codes of Russian towns have up to five digits. */
const OF_TOWN =
  /(?<![\d.,+])(?:[78][ .+\-\u00A0]{0,3}(?:\([3489]\d{3}\)|[3489]\d{3}[ .+\-\u00A0])|\([348]\d{3}\))[ .+\-\u00A0]{0,3}\d{2}[ .+\-\u00A0]{1,3}\d{2}[ .+\-\u00A0]{1,3}\d{2}(?!\d)|(?<![\d.,+])(?:[78][ .+\-\u00A0]{0,3}(?:\([3489]\d{4}\)|[3489]\d{4}[ .+\-\u00A0])|\([348]\d{4}\))[ .+\-\u00A0]{0,3}\d[ .+\-\u00A0]{1,3}\d{2}[ .+\-\u00A0]{1,3}\d{2}(?!\d)/g;
const WEB_TOKEN = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g;
const KNOWN_TOKEN =
  /(?<![A-Za-z0-9])(?:sk|pk|rk|rzp)_(?:live|test)_[A-Za-z0-9]{10,}|(?<![A-Za-z0-9])sk-(?:proj|ant|or)-[\w-]{16,}|(?<![A-Za-z0-9])(?:gh[oprsu]|github_pat|npm|whsec|glpat|xox[abprs])[_-][A-Za-z0-9_-]{16,}|(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}|(?<![A-Za-z0-9])AIza[\w-]{30,}|(?<![A-Za-z0-9])SG\.[\w-]{16,}\.[\w-]{32,}/g;
const LONG = /(?<![\w-])[\w-]{32,}(?![\w-])/g;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Which shapes are looked for; ids and campaign tags are spared some. */
export interface Wanted {
  readonly phones: 'all' | 'written' | 'none';
  /** `known`: those that nothing else looks like. */
  readonly tokens: 'all' | 'known' | 'none';
  readonly cards: boolean;
}

export const ALL: Wanted = { phones: 'all', tokens: 'all', cards: true };
/** Of campaign tags and ids, whose numbers and letters are no phone and no secret. */
export const SPARED: Wanted = { phones: 'written', tokens: 'known', cards: true };
/** Of click ids: nothing of theirs can be told from a number but an e-mail address. */
export const CLICK_ID: Wanted = { phones: 'none', tokens: 'none', cards: false };

const MAYBE_PHONE = /\d(?:[ ().+\-\u00A0]{0,5}\d){8}/;
const MAYBE_LONG = /[\w-]{16}/;

export function maskShapes(text: string, found: Found, wanted = ALL, replace = plainly): string {
  return alsoFolded(text, (one) => maskPlain(one, found, wanted, replace));
}

/** Once as it is, and once read in plain signs: what is found there alone changes the text [P38]. */
function alsoFolded(text: string, mask: (text: string) => string): string {
  const masked = mask(text);
  const plain = folded(masked);
  if (plain === masked) return masked;
  const again = mask(plain);
  return again === plain ? masked : again;
}

function maskPlain(text: string, found: Found, wanted: Wanted, replace: Replace): string {
  let masked = text;
  const put = (kind: MaskKind) => (value: string) => {
    found(kind);
    return replace(kind, value);
  };
  if (masked.includes('@')) masked = maskEmails(masked, put('email'));
  masked = maskSpelled(masked, put('email'));
  const hasNumber = MAYBE_PHONE.test(masked);
  if (hasNumber && wanted.cards) masked = masked.replace(MAYBE_CARD, (run) => maskCards(run, put('card')));
  if (hasNumber && wanted.phones !== 'none') {
    masked = masked.replace(INTERNATIONAL, put('phone'));
    masked = masked.replace(RUSSIAN, (value) =>
      wanted.phones === 'written' && !/\D/.test(value) ? value : put('phone')(value),
    );
    masked = masked.replace(OF_TOWN, put('phone')).replace(LOCAL, put('phone'));
  }
  if (wanted.tokens !== 'none' && MAYBE_LONG.test(masked)) {
    masked = masked.replace(WEB_TOKEN, put('token')).replace(KNOWN_TOKEN, put('token'));
    if (wanted.tokens === 'all')
      masked = masked.replace(LONG, (value) => (isRandom(value) ? put('token')(value) : value));
  }
  return masked;
}

/** Cards alone, for what people write to each other [P8]. */
export function maskCardsIn(text: string, found: Found): string {
  const put = () => {
    found('card');
    return MASK.card;
  };
  return alsoFolded(text, (one) => one.replace(MAYBE_CARD, (run) => maskCards(run, put)));
}

/** A run of digits may hold more than a card: each place where a group begins is tried. */
function maskCards(run: string, put: (value: string) => string): string {
  let masked = '';
  let at = 0;
  while (at < run.length) {
    const end = startsGroup(run, at) ? endOfCard(run, at) : -1;
    if (end === -1) {
      masked += run[at];
      at++;
    } else {
      masked += put(run.slice(at, end));
      at = end;
    }
  }
  return masked;
}

const BEGINS_CARD = /[2-689]/;
const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

/** Cards are written in one piece, or in groups of which the first has four digits. */
function startsGroup(run: string, at: number): boolean {
  if (at !== 0 && isDigit(run, at - 1)) return false;
  return (
    isDigit(run, at + 1) && isDigit(run, at + 2) && isDigit(run, at + 3) && BEGINS_CARD.test(run.charAt(at))
  );
}

/** The longest card that begins there and ends with a group; -1: none. */
function endOfCard(run: string, from: number): number {
  let digits = '';
  let end = -1;
  for (let at = from; at < run.length && digits.length < 19; at++) {
    if (!isDigit(run, at)) continue;
    digits += run[at];
    const endsGroup = at + 1 === run.length || !isDigit(run, at + 1);
    if (endsGroup && digits.length >= 14 && isCard(digits)) end = at + 1;
  }
  return end;
}

/** Letters and digits alternate in what a machine made, not in words joined by dashes. */
function isRandom(value: string): boolean {
  if (UUID.test(value)) return false;
  let changes = 0;
  let before = '';
  for (const letter of value) {
    const kind = /\d/.test(letter) ? 'd' : /[a-z]/.test(letter) ? 'l' : /[A-Z]/.test(letter) ? 'u' : '-';
    if (kind !== '-' && before !== '-' && before !== '' && kind !== before) changes++;
    before = kind;
  }
  return changes >= 8;
}
