/** A condition as a sentence for people. Pure. */
import {
  FilterFault,
  type Condition,
  type Filter,
  type FilterValue,
  type Some,
} from '@goalpost/contract/reports/filters';
import type { TFunction } from 'i18next';
import { dimensionOf, type NamedDimension } from './fields.ts';

export interface Wording {
  readonly t: TFunction;
  readonly language: string;
  /** The name of a value, where it has one. */
  value(name: string, value: string): string;
  goal(id: string): string;
  segment(id: string): string;
}

const OPERATORS = {
  '==': 'is',
  '=.': 'is',
  '!=': 'isNot',
  '!.': 'isNot',
  '=@': 'contains',
  '!@': 'containsNot',
  '=*': 'matches',
  '!*': 'matchesNot',
  '=~': 'fits',
  '!~': 'fitsNot',
  '>': 'more',
  '>=': 'least',
  '<': 'less',
  '<=': 'most',
} as const satisfies Record<Condition['operator'], string>;

const operatorWord = (operator: Condition['operator']) => `filter.op.${OPERATORS[operator]}` as const;
/** For a list of operators. */
export const operatorName = (operator: Condition['operator']) => `filter.ops.${OPERATORS[operator]}` as const;

export function filterWords(filter: Filter, wording: Wording, inner = false): string {
  const { t } = wording;
  switch (filter.kind) {
    case 'condition':
      return conditionWords(filter, wording);
    case 'and':
    case 'or': {
      const words = filter.items
        .map((item) => filterWords(item, wording, true))
        .join(` ${t(filter.kind === 'and' ? 'filter.and' : 'filter.or')} `);
      return inner ? `(${words})` : words;
    }
    case 'some':
      return someWords('some', filter, wording);
    case 'not': {
      const { item } = filter;
      if (item.kind === 'some') return someWords('none', item, wording);
      return t('filter.not', { what: filterWords(item, wording, true) });
    }
  }
}

function someWords(how: 'some' | 'none', { key, item, within }: Some, wording: Wording): string {
  const { t } = wording;
  const what = filterWords(item, wording, true);
  return within === undefined
    ? t(`filter.${how}.${key}`, { what })
    : t(`filter.${how}.within`, { what, count: within });
}

function conditionWords({ name, operator, values }: Condition, wording: Wording): string {
  const { t } = wording;
  if (name === 'ym:s:segment') {
    const ids = values.map(({ text }) => wording.segment(text ?? '')).join(', ');
    return t(operator.startsWith('!') ? 'filter.notSegment' : 'filter.segmentIs', { ids });
  }
  const found = dimensionOf(name);
  const what = found === null ? name : nameWords(found, wording);
  const [only] = values;
  if (only?.text === null || (only?.text === '' && values.length === 1)) {
    return t(operator.startsWith('!') ? 'filter.hasValue' : 'filter.noValue', { what });
  }
  const value = listWords(values, name, wording);
  if (found?.id === 'goal') {
    return t(operator.startsWith('!') ? 'filter.notReached' : 'filter.reached', { goal: value });
  }
  return t(operatorWord(operator), { what, value });
}

function nameWords({ id, goalId }: NamedDimension, { t, goal }: Wording): string {
  return goalId === undefined ? t(`dimension.${id}`) : goal(goalId);
}

function listWords(values: readonly FilterValue[], name: string, wording: Wording): string {
  const words = values.map(({ text }) => (text === null ? '—' : wording.value(name, text)));
  return new Intl.ListFormat(wording.language, { type: 'disjunction' }).format(words);
}

/** Why the conditions of an address cannot be read. */
export function faultWords(fault: FilterFault, t: TFunction): string {
  return fault.overLimit ? t('filter.tooMany') : t('filter.unreadable', { at: fault.at });
}
