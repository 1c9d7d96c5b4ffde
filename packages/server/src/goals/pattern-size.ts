/** How large a regular expression may become when compiled, read off its text, so that it need not be tried. */

const REPEAT = /^\{(\d{1,6})(?:(,)(\d{0,6}))?\}/;

interface Level {
  total: number;
  /** Size of the latest atom, which a repeat that follows multiplies. */
  last: number;
}

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

/** An upper bound for instructions, give or take a factor of two. Any text has one, also what does not compile. */
export function programBound(source: string): number {
  const levels: Level[] = [];
  let level: Level = { total: 0, last: 0 };
  const add = (size: number): void => {
    level.total += size;
    level.last = size;
  };
  let i = 0;
  while (i < source.length) {
    const char = source.charAt(i);
    const repeat = char === '{' ? repeats(source, i) : null;
    if (repeat !== null) {
      const grown = level.last * Math.max(repeat.times, 1) + repeat.times;
      level.total += grown - level.last;
      level.last = grown;
      i += repeat.length;
    } else if (char === '(') {
      levels.push(level);
      level = { total: 2, last: 0 };
      i += 1;
    } else if (char === ')') {
      const { total } = level;
      level = levels.pop() ?? { total: 0, last: 0 };
      add(total);
      i += 1;
    } else if (source.startsWith('\\Q', i)) {
      const end = source.indexOf('\\E', i);
      add(end < 0 ? source.length - i : end - i);
      i = end < 0 ? source.length : end + 2;
    } else if ('*+?|'.includes(char)) {
      level.total += 1;
      level.last += 1;
      i += 1;
    } else {
      add(1);
      i += atomLength(source, i);
    }
  }
  return levels.reduce((sum, open) => sum + open.total, level.total);
}
