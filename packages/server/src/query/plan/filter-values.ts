/** What each kind of dimension can be compared with. */
import { RE2JS } from 're2js';
import type { Dimension, DimensionKind } from '../dimension.ts';
import { isDay } from '../parse/dates.ts';
import type { FilterOperator } from '@goalpost/contract/reports/filters';
import type { Comparison } from './plan.ts';

export const SAME: readonly FilterOperator[] = ['==', '!=', '=.', '!.'];
const ORDER: readonly FilterOperator[] = ['>', '>=', '<', '<='];
/** They say a part of a text, or what it looks like. */
export const PATTERNS: readonly FilterOperator[] = ['=@', '!@', '=*', '!*', '=~', '!~'];

export const OPERATORS_OF: Readonly<Record<DimensionKind, readonly FilterOperator[]>> = {
  text: [...SAME, ...PATTERNS],
  number: [...SAME, ...ORDER],
  date: [...SAME, ...ORDER],
  flag: SAME,
  item: SAME,
};

export function comparisonOf(operator: FilterOperator): Comparison | null {
  return operator === '==' || operator === '!=' || ORDER.includes(operator) ? (operator as Comparison) : null;
}

type Checked = { readonly value: string } | { readonly fault: string };

/** The value in the form that the compiler binds it in. */
export function checkValue(dimension: Dimension, operator: FilterOperator, text: string): Checked {
  switch (dimension.kind) {
    case 'text':
      return operator === '=~' || operator === '!~' ? checkPattern(text) : { value: text };
    case 'number':
      return /^-?\d{1,15}(\.\d{1,15})?$/.test(text) ? { value: text } : { fault: 'a number is needed' };
    case 'item':
      return dimension.list.form.read(text) === null ? { fault: dimension.list.needed } : { value: text };
    case 'flag':
      return { value: text };
    case 'date':
      return checkDate(text);
  }
}

/** Patterns have the syntax of RE2, in collection and in the store alike. */
function checkPattern(pattern: string): Checked {
  try {
    RE2JS.compile(pattern);
    return { value: pattern };
  } catch (error) {
    return { fault: `not a regular expression: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function checkDate(text: string): Checked {
  const [day = '', time] = text.split(' ');
  const fits = isDay(day) && (time === undefined || /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time));
  return fits
    ? { value: text }
    : {
        fault:
          'a day as YYYY-MM-DD, today, yesterday or NdaysAgo is needed, or a moment as YYYY-MM-DD hh:mm:ss',
      };
}
