/** Broken input of every sort, for tests and the fuzzer. */
import fc from 'fast-check';

/** Cut at spaces, so that a list stays a few lines. */
const words = (text: string): readonly string[] => text.split(' ');

const UNSEEN = [
  '`',
  ' ',
  '\t',
  '\n',
  '\r',
  '\0',
  '\u0301',
  '\u200b',
  '\u202e',
  '\ufeff',
  '\u3002',
  '\ud800',
  '\udfff',
];
const SPACED = [
  'NOT ',
  '(NOT ',
  "ym:s:browser=='a' AND ",
  'Mozilla/5.0 ',
  'Version/1 ',
  'Android ',
  'bot ',
  'or 1=1 ',
];

/** What is repeated, in whatever number: separators, halves of escapes and of characters, openings without ends. */
export const UNITS: readonly string[] = [
  // Separators and marks, one by one, and the same doubled.
  ...words(String.raw`. : / \ ? # & = ; , | + - _ @ % < > ( ) [ ] { } " ' ~ * $ ^ !`),
  ...words(String.raw`.. ./ // :// && &= =& ;; %% \\`),
  // Halves of escapes, and escapes of what should not be there.
  ...words('%2 %D0 %25 %00 %zz %ED%A0%80'),
  // Blanks, unseen characters, halves of pairs, letters that grow when their case is changed.
  ...UNSEEN,
  ...words('я é 漢 🙂 ß İ ǆ'),
  // Labels, keys and numbers without an end.
  ...words('a a. .a a: a= a=& 1 1. 0 xn-- xn--a. www. co.uk. a@ aA1_'),
  // What opens and never closes, and words that patterns look for.
  ...words(String.raw`[[ {"a": ["a", {"a":[ (' (a| (a+ a{9} \Q <a /* "type":" \u0000 \ud800`),
  ...SPACED,
];

const BEGINNINGS = ['', 'a', '.', 'https://', 'goal://', '{"a":"', '[', "'", '\0', '1'] as const;
const ENDS = ['', 'x', '!', '.', '/', '"}', "'", '\0', '\ud800', '%'] as const;

/** Texts of one unit over and over, so long as asked: where they cost more than their length says, they show it. */
export function* growingTexts(length: number): Generator<string> {
  for (const unit of UNITS) {
    const middle = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
    yield middle;
    // What stands at the end is what makes a pattern that looked for the end go back.
    yield `a${middle}\0x`;
  }
}

const repeated = (most: number) =>
  fc
    .tuple(fc.constantFrom(...BEGINNINGS), fc.constantFrom(...UNITS), fc.nat(most), fc.constantFrom(...ENDS))
    .map(([beginning, unit, times, end]) => beginning + unit.repeat(Math.min(times, most)) + end);

const mixed = fc
  .array(
    fc.oneof(
      fc.constantFrom(...UNITS),
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        'utm_source=',
        'utm_medium=cpc',
        'yclid=',
        '_openstat=',
        'order_price',
        '__proto__',
        'constructor',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** Labels may be empty, far too long, half-encoded, or no letters at all. */
const label = fc.oneof(
  fc.constantFrom(
    '',
    '',
    'a',
    'www',
    'yandex',
    'google',
    'ru',
    'com',
    'xn--',
    'xn--80ak6aa92e',
    'xn--\u0430',
    '-',
    '_',
    '1',
    '\u202e',
  ),
  fc.string({ maxLength: 5 }),
  fc.constant('a'.repeat(300)),
);
const host = fc.array(label, { maxLength: 8 }).map((labels) => labels.join('.'));

/** Links as people half type them and as other programs cut them. */
const link = fc
  .tuple(
    fc.constantFrom(
      '',
      'https:',
      'https:/',
      'https://',
      'https:///',
      'HTTP://',
      '//',
      ':',
      '://',
      'javascript:',
      'goal://',
      'goal:',
      'file:///C:\\',
      'https://u:p@',
      'https://[',
      'https://[::1',
      'data:,',
    ),
    host,
    fc.constantFrom('', ':', ':80', ':99999', ':8a', ']', '@'),
    fc.oneof(fc.constantFrom('', '/', '//', '?', '#', '/?', '/?#', '/..', '/%', '/%2', '/%2F%2f'), mixed),
  )
  .map((parts) => parts.join(''));

const number = fc.oneof(
  fc.constantFrom(
    '-0',
    '1e999',
    '0x10',
    'NaN',
    'Infinity',
    '1_000',
    '1,999',
    '٣',
    '9'.repeat(400),
    '-1',
    '1.',
    '.5',
    '',
  ),
  fc.double().map(String),
  fc.bigInt().map(String),
);

/** JSON that is deep, odd in its keys, or no JSON any more behind some place. */
const json = fc.oneof(
  fc.json({ stringUnit: 'binary' }),
  fc
    .tuple(fc.nat(3_000), fc.nat(3_000), fc.constantFrom('{"a":', '[', '[{"":'))
    .map(([open, close, unit]) => unit.repeat(open) + ']'.repeat(close)),
  fc.tuple(fc.json(), fc.nat(200)).map(([text, length]) => text.slice(0, length)),
  fc.constantFrom(
    '{"__proto__":{"a":1}}',
    '{"a":1e999}',
    '"\\ud800"',
    '{"":""}',
    '[,]',
    'nul',
    '{"order_price":"1e999"}',
  ),
);

/** @param most how often a unit is repeated at most */
export function brokenText(most = 2_000): fc.Arbitrary<string> {
  return fc.oneof(
    repeated(most),
    mixed,
    link,
    host,
    number,
    json,
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
}

export const brokenHost = host;
export const brokenLink = link;
export const brokenJson = json;
