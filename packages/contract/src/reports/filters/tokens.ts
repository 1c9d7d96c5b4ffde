/** Cuts a filter's text into tokens. */
import { FilterFault, OPERATORS, type FilterOperator } from './ast.ts';

export type Token =
  | { readonly kind: 'name'; readonly text: string; readonly at: number }
  | { readonly kind: 'word'; readonly text: string; readonly at: number }
  | { readonly kind: 'value'; readonly text: string; readonly at: number }
  | { readonly kind: 'operator'; readonly text: FilterOperator; readonly at: number }
  | { readonly kind: '(' | ')' | ',' | '[' | ']' | 'end'; readonly text: string; readonly at: number };

/** A name may hold parameters in angle brackets, which must not be read as "less than". */
const NAME = /[A-Za-z]+:[A-Za-z]+:(?:[A-Za-z0-9_]|<(?:goal_id|attribution|currency|group)>)+/y;
const WORD = /[A-Za-z_]+/y;
const NUMBER = /-?\d+(?:\.\d+)?(?![\w.])/y;
const SPACE = /\s+/y;

export function tokenize(text: string): Token[] | FilterFault {
  const tokens: Token[] = [];
  let position = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = position;
    return pattern.exec(text)?.[0] ?? null;
  };
  while (position < text.length) {
    const space = take(SPACE);
    if (space !== null) {
      position += space.length;
      continue;
    }
    const read = readToken(text, position, take);
    if (read instanceof FilterFault) return read;
    tokens.push(read.token);
    position = read.end;
  }
  tokens.push({ kind: 'end', text: '', at: text.length + 1 });
  return tokens;
}

interface Read {
  readonly token: Token;
  readonly end: number;
}

function readToken(
  text: string,
  start: number,
  take: (pattern: RegExp) => string | null,
): Read | FilterFault {
  const at = start + 1;
  const char = text.charAt(start);
  if (char === "'") return readString(text, start);
  if (char === '(' || char === ')' || char === ',' || char === '[' || char === ']') {
    return { token: { kind: char, text: char, at }, end: start + 1 };
  }
  const operator = OPERATORS.find((candidate) => text.startsWith(candidate, start));
  if (operator !== undefined)
    return { token: { kind: 'operator', text: operator, at }, end: start + operator.length };
  for (const [kind, pattern] of [
    ['name', NAME],
    ['word', WORD],
    ['value', NUMBER],
  ] as const) {
    const found = take(pattern);
    if (found !== null) return { token: { kind, text: found, at }, end: start + found.length };
  }
  return new FilterFault(
    `unexpected ${JSON.stringify(String.fromCodePoint(text.codePointAt(start) ?? 0))}`,
    at,
  );
}

/** `'…'`, in which `\'` is a quote and `\\` a backslash; before anything else a backslash stands for itself. */
function readString(text: string, start: number): Read | FilterFault {
  let value = '';
  for (let index = start + 1; index < text.length; index += 1) {
    const char = text.charAt(index);
    if (char === "'") return { token: { kind: 'value', text: value, at: start + 1 }, end: index + 1 };
    const next = text.charAt(index + 1);
    if (char === '\\' && (next === "'" || next === '\\')) {
      value += next;
      index += 1;
    } else {
      value += char;
    }
  }
  return new FilterFault('a quote that is opened here is never closed', start + 1);
}
