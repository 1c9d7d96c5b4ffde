/** What the values of a condition mean on a dimension whose values are known [M28]. */
import { compilePattern } from '../../goals/index.ts';
import { findKnown, toldValues, type KnownValue } from '../known-values.ts';
import type { FilterOperator } from '@goalpost/contract/reports/filters';

export interface KnownOf {
  readonly closed: boolean;
  readonly values: readonly KnownValue[];
}

export type Meant =
  /** One text may be the name of several ids. */
  { readonly values: readonly string[] } | { readonly fault: string };

/** For operators that say a value. Null where the list is open and does not have it: it stands for itself. */
export function meantBy({ closed, values }: KnownOf, text: string): Meant | null {
  const found = findKnown(values, text);
  if (found.length > 0) return { values: found };
  return closed ? { fault: notKnown(text, values) } : null;
}

/** For operators that say a part of a value or a pattern: the ids that have a name which fits. */
export function fittingNames({ closed, values }: KnownOf, operator: FilterOperator, text: string): Meant {
  const test = testOf(operator, text);
  const found = values.filter(({ spellings }) => spellings.some(test)).map(({ id }) => id);
  const none = closed && found.length === 0 && !test('');
  return none ? { fault: notKnown(text, values) } : { values: found };
}

function notKnown(text: string, values: readonly KnownValue[]): string {
  return `${JSON.stringify(text.slice(0, 100))} is none of the values known here: ${toldValues(values)}`;
}

/** A larger pattern is looked for in what is stored alone, since many names would take long. */
const MAX_PROGRAM = 1_000;

function testOf(operator: FilterOperator, text: string): (name: string) => boolean {
  if (operator.endsWith('@')) return (name) => name.includes(text);
  if (operator.endsWith('*')) return (name) => fitsWildcard(name, text.split('*'));
  const pattern = compilePattern(text);
  return pattern.ok && pattern.size <= MAX_PROGRAM ? pattern.test : () => false;
}

/** Each part is looked for behind the one before, so that time stays in proportion to the name. */
function fitsWildcard(name: string, parts: readonly string[]): boolean {
  const [first = '', ...rest] = parts;
  const last = rest.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}
