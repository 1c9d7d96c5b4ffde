/** Takes a person's marks out of texts that others wrote: filters, names, notes, the audit log [P34]. Pure. */
import type { Person } from './port.ts';

/** No visitor has this number: a filter by it finds none. */
const NO_VISITOR = '0';
const ERASED = '(erased)';
const LEAST_DIGITS = 7;
const LEAST_OF_ID = 6;

/** @returns what a text says without the person; the same text where it does not name them */
export function mentionsOf({
  visitors,
  people,
  conversations,
  names,
}: Omit<Person, 'files'>): (text: string) => string {
  const numbers = patternOf(visitors.map((number) => `(?<!\\d)${number}(?!\\d)`));
  const marks = patternOf([...[...people, ...conversations].map(escaped), ...names.flatMap(nameIn)]);
  return (text) => text.replace(numbers, NO_VISITOR).replace(marks, ERASED);
}

/** An id as short as a word of other texts counts only where a filter compares with it. */
function nameIn(name: string): string[] {
  const quoted = `(?<=')${escaped(name)}(?=')`;
  const digits = name.replaceAll(/\D/g, '');
  if (name.includes('@')) return [`(?<![\\w.+-])${escaped(name)}(?![\\w-])`];
  if (/^[\d\s()+.-]+$/.test(name) && digits.length >= LEAST_DIGITS)
    return [`(?<!\\d)${digits.split('').join('[\\s().+-]{0,3}')}(?!\\d)`];
  const isTelling = name.length >= LEAST_OF_ID && digits !== '';
  return isTelling ? [quoted, `(?<![\\w-])${escaped(name)}(?![\\w-])`] : [quoted];
}

/** Also as a regular expression of a filter writes it. */
const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}-]/g, (sign) => `\\\\*\\${sign}`);

const NOTHING = /(?!)/g;

function patternOf(alternatives: readonly string[]): RegExp {
  return alternatives.length === 0 ? NOTHING : new RegExp(alternatives.join('|'), 'gi');
}
