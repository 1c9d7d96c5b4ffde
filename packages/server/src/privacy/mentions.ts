/** Takes a person's marks out of texts that others wrote: filters, names, notes, the audit log [P34]. Pure. */
import { undone } from '../kit/masking/escapes.ts';
import type { Person } from './port.ts';

/** No visitor has this number: a filter by it finds none. */
const NO_VISITOR = '0';
const ERASED = '(erased)';
const LEAST_DIGITS = 7;
const LEAST_OF_ID = 6;
/** Between blanks, quotes and brackets: an address, or a part of one. */
const PIECE = /[^\s"'<>{}[\]\\]+/g;

/** @returns what a text says without the person; the same text where it does not name them */
export function mentionsOf({
  visitors,
  people,
  conversations,
  names,
}: Omit<Person, 'files'>): (text: string) => string {
  const numbers = patternOf(visitors.map((number) => `(?<!\\d)${number}(?!\\d)`));
  const marks = patternOf([...[...people, ...conversations].map(escaped), ...names.flatMap(nameIn)]);
  const clean = (text: string): string => text.replace(numbers, NO_VISITOR).replace(marks, ERASED);
  return (text) => clean(cleanPieces(text, clean));
}

/** Addresses have the marks escaped, whole filters among them: such a piece is read without its escapes. */
function cleanPieces(text: string, clean: (text: string) => string): string {
  if (!text.includes('%')) return text;
  return text.replace(PIECE, (piece) => {
    const bare = piece.includes('%') ? undone(piece) : piece;
    if (bare === piece) return piece;
    const cleaned = clean(bare);
    // Quotes of what was escaped would end the text that it stands in.
    return cleaned === bare ? piece : encodeURI(cleaned.toWellFormed()).replaceAll("'", '%27');
  });
}

/** An id as short as a word of other texts counts only where a filter compares with it. */
function nameIn(name: string): string[] {
  const quoted = `(?<=')${escaped(name)}(?=')`;
  const digits = name.replaceAll(/\D/g, '');
  if (name.includes('@')) return [`(?<![\\w.+-])${escaped(name)}(?![\\w-])`];
  if (/^[\d\s()+.-]+$/.test(name) && digits.length >= LEAST_DIGITS) return [phone(digits)];
  const isTelling = name.length >= LEAST_OF_ID && digits !== '';
  return isTelling ? [quoted, `(?<![\\w-])${escaped(name)}(?![\\w-])`] : [quoted];
}

const AROUND_DIGITS = '[\\s().+-]{0,3}';
/** What is before them is the country's code, or another way to dial out of it: 8 for +7. */
const OWN_DIGITS = 10;

function phone(digits: string): string {
  const own = digits.slice(-OWN_DIGITS);
  const code = own.length < OWN_DIGITS ? '' : `(?:\\d{1,3}${AROUND_DIGITS})?`;
  return `(?<!\\d)${code}${own.split('').join(AROUND_DIGITS)}(?!\\d)`;
}

/** Also as a filter writes it: in a regular expression, or with its quote escaped. */
const escaped = (text: string): string =>
  text.replaceAll(/["$'()*+.?[\\\]^{|}-]/g, (sign) => `\\\\*\\${sign}`);

const NOTHING = /(?!)/g;

function patternOf(alternatives: readonly string[]): RegExp {
  return alternatives.length === 0 ? NOTHING : new RegExp(alternatives.join('|'), 'gi');
}
