/** How large a regular expression may become when compiled, read off its text, so that it need not be tried. */

/** How a group begins: plain, with flags, with a name. */
const GROUP = /^\((?:\?(?:P?<\w{1,100}>|[A-Za-z-]{0,10}:|(?=[A-Za-z-]{1,10}\))))?/;
const REPEAT = /^\{(\d{1,6})(?:(,)(\d{0,6}))?\}/;

export interface PatternSize {
  /** An upper bound for instructions, give or take a factor of two. */
  readonly total: number;
  /**
   * Those of them that are no plain characters, or that repeat: any number of these may be alive at once at
   * every character of a text, while of plain ones only those are that continue what was just read.
   */
  readonly loose: number;
}

interface Level {
  sum: PatternSize;
  /** Size of the latest atom, which a repeat that follows multiplies. */
  last: PatternSize;
}

const NOTHING: PatternSize = { total: 0, loose: 0 };
const PLAIN: PatternSize = { total: 1, loose: 0 };
const ONE_OF_MANY: PatternSize = { total: 1, loose: 1 };

/** Characters of an escape: `\n`, `\pL`, `\p{Greek}`, `\x{10FFFF}`. */
function escapeLength(source: string, at: number): number {
  const next = source.charAt(at + 1);
  if ('pPx'.includes(next) && next !== '') {
    if (source.charAt(at + 2) !== '{') return 3;
    const end = source.indexOf('}', at);
    return end < 0 ? 3 : end - at + 1;
  }
  return 2;
}

/** Characters of a class such as `[^]a-z[:word:]]`. */
function classLength(source: string, at: number): number {
  let i = at + 1;
  if (source.charAt(i) === '^') i += 1;
  if (source.charAt(i) === ']') i += 1;
  while (i < source.length && source.charAt(i) !== ']') {
    if (source.startsWith('[:', i)) {
      const end = source.indexOf(':]', i);
      i = end < 0 ? i + 1 : end + 2;
    } else {
      i += source.charAt(i) === '\\' ? escapeLength(source, i) : 1;
    }
  }
  return i - at + 1;
}

function atomLength(source: string, at: number): number {
  if (source.charAt(at) === '[') return classLength(source, at);
  return source.charAt(at) === '\\' ? escapeLength(source, at) : 1;
}

function repeats(source: string, at: number): { readonly length: number; readonly times: number } | null {
  const found = REPEAT.exec(source.slice(at, at + 20));
  if (found === null) return null;
  const [text, least, comma, most] = found;
  // `{n,}` is n copies and a star; an optional copy needs a branch of its own.
  return { length: text.length, times: Math.max(Number(most ?? 0), Number(least) + (comma ? 1 : 0)) };
}

/** Any text has one, also what does not compile. */
export function patternSize(source: string): PatternSize {
  const levels: Level[] = [];
  let level: Level = { sum: NOTHING, last: NOTHING };
  const add = (size: PatternSize): void => {
    level = { sum: plus(level.sum, size), last: size };
  };
  const repeat = (times: number, branches: number): void => {
    const { sum, last } = level;
    const grown = last.total * times + branches;
    level = {
      sum: { total: sum.total - last.total + grown, loose: sum.loose - last.loose + grown },
      last: { total: grown, loose: grown },
    };
  };
  let i = 0;
  while (i < source.length) {
    const char = source.charAt(i);
    const braces = char === '{' ? repeats(source, i) : null;
    if (braces !== null) {
      repeat(Math.max(braces.times, 1), braces.times);
      i += braces.length;
    } else if (char === '(') {
      levels.push(level);
      level = { sum: { total: 2, loose: 0 }, last: NOTHING };
      i += GROUP.exec(source.slice(i, i + 110))?.[0].length ?? 1;
    } else if (char === ')') {
      const { sum } = level;
      level = levels.pop() ?? { sum: NOTHING, last: NOTHING };
      add(sum);
      i += 1;
    } else if (source.startsWith('\\Q', i)) {
      const end = source.indexOf('\\E', i);
      add({ total: end < 0 ? source.length - i : end - i, loose: 0 });
      i = end < 0 ? source.length : end + 2;
    } else if ('*+?'.includes(char)) {
      repeat(1, 1);
      i += 1;
    } else {
      add(isPlain(source, i) ? PLAIN : ONE_OF_MANY);
      i += atomLength(source, i);
    }
  }
  return levels.reduce((all, open) => plus(all, open.sum), level.sum);
}

function plus(a: PatternSize, b: PatternSize): PatternSize {
  return { total: a.total + b.total, loose: a.loose + b.loose };
}

/** A character that stands for itself; also the marks that join, begin and end. */
function isPlain(source: string, at: number): boolean {
  const char = source.charAt(at);
  return char === '\\' ? !/[a-z\d]/i.test(source.charAt(at + 1)) : char !== '.' && char !== '[';
}
