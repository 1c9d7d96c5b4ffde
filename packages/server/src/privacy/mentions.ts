/** Takes a person's marks out of texts that others wrote: filters, names, notes, the audit log [P34]. Pure. */
import type { Person } from './port.ts';

/** No visitor has this number: a filter by it finds none. */
const NO_VISITOR = '0';
const ERASED = '(erased)';
const LEAST_DIGITS = 7;
const LEAST_OF_ID = 6;
/** In an address, what is before may be escaped: `%27`, `%3D`. */
const AFTER_ESCAPE = '(?<=%[\\da-f]{2})';
const NO_DIGIT_BEFORE = `(?<!%)(?<!%[\\da-f])(?:${AFTER_ESCAPE}|(?<!\\d))`;

/** @returns what a text says without the person; the same text where it does not name them */
export function mentionsOf({
  visitors,
  people,
  conversations,
  names,
}: Omit<Person, 'files'>): (text: string) => string {
  const numbers = patternOf(visitors.map((number) => `${NO_DIGIT_BEFORE}${number}(?!\\d)`));
  const marks = patternOf([...[...people, ...conversations].map(escaped), ...names.flatMap(nameIn)]);
  return (text) => text.replace(numbers, NO_VISITOR).replace(marks, ERASED);
}

/** An id as short as a word of other texts counts only where a filter compares with it. */
function nameIn(name: string): string[] {
  const quoted = `(?<='|%27)${escaped(name)}(?='|%27)`;
  const digits = name.replaceAll(/\D/g, '');
  // In an address its sign is escaped, once or in an address within another.
  if (name.includes('@'))
    return [`(?:${AFTER_ESCAPE}|(?<![\\w.+-]))${escaped(name).replace('@', AT)}(?![\\w-])`];
  if (/^[\d\s()+.-]+$/.test(name) && digits.length >= LEAST_DIGITS) return [phone(digits)];
  const isTelling = name.length >= LEAST_OF_ID && digits !== '';
  return isTelling ? [quoted, `(?<![\\w-])${escaped(name)}(?![\\w-])`] : [quoted];
}

const AT = '(?:@|%(?:25){0,2}40)';
const AROUND_DIGITS = '(?:[\\s().+-]|%2[\\dbd]){0,3}';
/** What is before them is the country's code, or another way to dial out of it: 8 for +7. */
const OWN_DIGITS = 10;

function phone(digits: string): string {
  const own = digits.slice(-OWN_DIGITS);
  const code = own.length < OWN_DIGITS ? '' : `(?:\\d{1,3}${AROUND_DIGITS})?`;
  return `${NO_DIGIT_BEFORE}${code}${own.split('').join(AROUND_DIGITS)}(?!\\d)`;
}

/** Also as a regular expression of a filter writes it. */
const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}-]/g, (sign) => `\\\\*\\${sign}`);

const NOTHING = /(?!)/g;

function patternOf(alternatives: readonly string[]): RegExp {
  return alternatives.length === 0 ? NOTHING : new RegExp(alternatives.join('|'), 'gi');
}
