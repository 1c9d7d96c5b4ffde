/** A cheap first pass over raw text: by threes of letters and by runs, without a regular expression. */

/** Five bits for each letter of a three. */
const BITS = 5;
const THREES = 1 << (3 * BITS);
/** A word's letters, small and capital alike; other characters are 0. */
const CODES = codes();
/** No number to mask has fewer digits, no token fewer characters. */
const DIGITS = 9;
const RUN = 32;

/**
 * Tells whether a text may hold one of the words, a long number, a token, an @ or letters that are written as
 * escapes. It is wrong on one side alone: `false` is certain.
 *
 * @param words of three characters or more, of letters, `_` and `-`
 */
export function createBeginnings(words: readonly string[]): (text: string) => boolean {
  const known = new Uint8Array(THREES);
  for (const word of words) {
    const three = [0, 1, 2].reduce((sum, at) => (sum << BITS) | (CODES[word.charCodeAt(at)] ?? 0), 0);
    known[three] = 1;
  }
  return (text) => {
    let three = 0;
    let run = 0;
    let digits = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit > 0x7f || unit === AT || unit === BACKSLASH) return true;
      const code = CODES[unit] as number;
      if (isDigit(unit)) {
        if (++digits === DIGITS) return true;
        three = 0;
        run++;
      } else {
        if (!isBetweenDigits(unit)) digits = 0;
        if (isSpelled(text, at, code === 0 ? three : 0)) return true;
        three = code === 0 ? 0 : ((three << BITS) | code) & (THREES - 1);
        if (known[three] === 1) return true;
        run = code === 0 ? 0 : run + 1;
      }
      if (run === RUN) return true;
    }
    return false;
  };
}

const AT = 0x40;
const BACKSLASH = 0x5c;
const PERCENT = 0x25;

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Spaces, brackets, dots, signs, and what their escapes are written with. */
const isBetweenDigits = (unit: number): boolean =>
  unit === 0x20 ||
  (unit >= 0x28 && unit <= 0x2e) ||
  unit === PERCENT ||
  (unit >= 0x41 && unit <= 0x44) ||
  (unit >= 0x61 && unit <= 0x64);

/** The word `at` by itself: an @ may be spelled so [P39]. */
const AT_WORD = (1 << BITS) | 20;
/** Behind a bracket that is written as `%5B`. */
const B_AT_WORD = (2 << (2 * BITS)) | AT_WORD;
const AMPERSAND = 0x26;

/** A letter, or an @, that is written otherwise: `%40`, `&#…`, `&commat;`, or a word that ends there. */
function isSpelled(text: string, at: number, word: number): boolean {
  if (word === AT_WORD || word === B_AT_WORD) return true;
  const unit = text.charCodeAt(at);
  if (unit === PERCENT && isLetterEscaped(text, at + 1)) return true;
  if (unit === AMPERSAND) return text.charAt(at + 1) === '#' || text.startsWith('commat', at + 1);
  if (unit !== PERCENT) return false;
  let from = at + 1;
  while (text.startsWith('25', from)) from += 2;
  return text.startsWith('26%', from) || text.startsWith('26commat', from);
}

/** What a small letter and its capital have in common. */
const CAPITAL = 0xdf;

/** After `%`, however often it was escaped: a letter of ASCII, an @, Cyrillic, or signs of typography. */
function isLetterEscaped(text: string, from: number): boolean {
  let at = from;
  while (text.charCodeAt(at) === 0x32 && text.charCodeAt(at + 1) === 0x35) at += 2;
  const unit = text.charCodeAt(at);
  // A backslash: letters of JSON may be escapes themselves [P45].
  if (unit === 0x35) return (text.charCodeAt(at + 1) & CAPITAL) === 0x43;
  return unit === 0x34 || unit === 0x36 || (unit & CAPITAL) === 0x44 || (unit & CAPITAL) === 0x45;
}

function codes(): Uint8Array {
  const all = new Uint8Array(128);
  for (let letter = 1; letter <= 26; letter++) all[0x40 + letter] = all[0x60 + letter] = letter;
  all[0x5f] = 27;
  all[0x2d] = 28;
  return all;
}
