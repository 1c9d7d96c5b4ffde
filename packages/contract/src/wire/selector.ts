/** Whether a text is a CSS selector that every browser takes; what passes cannot fail on a page. */

const NAME =
  /-?(?:[A-Za-z_\u{80}-\u{10FFFF}]|\\[^\n0-9A-Fa-f])(?:[\w\-\u{80}-\u{10FFFF}]|\\[^\n0-9A-Fa-f])*/uy;
const ID = /#(?:[\w\-\u{80}-\u{10FFFF}]|\\[^\n0-9A-Fa-f])+/uy;
const ATTRIBUTE =
  /\[\s*[A-Za-z_][\w-]*\s*(?:[~|^$*]?=\s*(?:"[^"\\\n]*"|'[^'\\\n]*'|[A-Za-z_][\w-]*)\s*(?:\s[is]\s*)?)?\]/uy;
const SIMPLE_PSEUDO =
  /:(?:first-child|last-child|only-child|first-of-type|last-of-type|only-of-type|empty|enabled|disabled|checked|required|optional|root|link|any-link)(?![\w(-])/uy;
const NTH =
  /:nth-(?:last-)?(?:child|of-type)\(\s*(?:odd|even|[+-]?\d{1,4}|[+-]?\d{0,4}n(?:\s*[+-]\s*\d{1,4})?)\s*\)/uy;
const WITH_LIST = /:(?:not|is|where)\(\s*/uy;
const COMBINATOR = /\s*[>+~]\s*|\s+(?![,)]|$)/uy;
const COMMA = /\s*,\s*/uy;
const CLOSE = /\s*\)/uy;
const SPACES = /\s*/uy;

const MAX_DEPTH = 3;

/** Reads on from a place; a part that is not there leaves the place as it was. */
class Reader {
  readonly #text: string;
  #at = 0;
  constructor(text: string) {
    this.#text = text;
  }
  take(part: RegExp): boolean {
    part.lastIndex = this.#at;
    if (!part.test(this.#text)) return false;
    this.#at = part.lastIndex;
    return true;
  }
  takeText(text: string): boolean {
    if (!this.#text.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }
  get atEnd(): boolean {
    return this.#at === this.#text.length;
  }
}

export function isSelector(text: string): boolean {
  const reader = new Reader(text);
  reader.take(SPACES);
  return takeList(reader, 0) && (reader.take(SPACES), reader.atEnd);
}

function takeList(reader: Reader, depth: number): boolean {
  do if (!takeComplex(reader, depth)) return false;
  while (reader.take(COMMA));
  return true;
}

function takeComplex(reader: Reader, depth: number): boolean {
  do if (!takeCompound(reader, depth)) return false;
  while (reader.take(COMBINATOR));
  return true;
}

function takeCompound(reader: Reader, depth: number): boolean {
  let parts = reader.takeText('*') || reader.take(NAME) ? 1 : 0;
  for (;;) {
    if (reader.takeText('.')) {
      if (!reader.take(NAME)) return false;
    } else if (reader.take(WITH_LIST)) {
      if (depth >= MAX_DEPTH || !takeList(reader, depth + 1) || !reader.take(CLOSE)) return false;
    } else if (![ID, ATTRIBUTE, SIMPLE_PSEUDO, NTH].some((part) => reader.take(part))) return parts > 0;
    parts += 1;
  }
}
