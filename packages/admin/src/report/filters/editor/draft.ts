/** A condition as the editor holds it: lines of which one is to be met. Read from a filter, written to one. Pure. */
import {
  FILTER_FIELDS,
  type Condition,
  type FieldKind,
  type Filter,
  type FilterField,
  type FilterOperator,
} from '@goalpost/contract/reports/filters';
import { dimensionOf, nameOf } from '../fields.ts';

/** In this visit or not, in any visit of the person or in none. */
export const WHENS = ['visit', 'notVisit', 'ever', 'never'] as const;
export type When = (typeof WHENS)[number];

export interface Line {
  /** The API's name. */
  readonly name: string;
  readonly when: When;
  readonly operator: FilterOperator;
  readonly values: readonly string[];
  /** How many days back the person's visits are looked at [M71]; empty: all of the period's. */
  readonly days: string;
}

const CHOICES: Readonly<Record<FieldKind, readonly FilterOperator[]>> = {
  text: ['==', '!=', '=@', '!@', '=*', '=~', '!~'],
  number: ['==', '!=', '>=', '<='],
  date: ['==', '>=', '<='],
  flag: ['=='],
  item: ['=='],
};

export const fieldOf = (name: string): FilterField | undefined =>
  FILTER_FIELDS.find((field) => nameOf(field) === name);

export const operatorsOf = (name: string): readonly FilterOperator[] =>
  CHOICES[fieldOf(name)?.kind ?? 'text'];

/** Several values may be said. */
export const isList = (operator: FilterOperator): boolean => operator === '==' || operator === '!=';

export const emptyLine = (): Line => ({ name: '', when: 'visit', operator: '==', values: [], days: '' });

/** What a person did may be looked for some days back. */
export const isOfPerson = ({ when }: Line): boolean => when === 'ever' || when === 'never';

export const MOST_DAYS = 3_660;

/** @returns undefined where they are not days that the language takes */
export function withinOf(days: string): number | undefined {
  const count = Number(days);
  return /^\d+$/.test(days) && count >= 1 && count <= MOST_DAYS ? count : undefined;
}

export const isWhole = (line: Line): boolean =>
  line.name !== '' &&
  line.values.some((value) => value.trim() !== '') &&
  (!isOfPerson(line) || line.days === '' || withinOf(line.days) !== undefined);

/** @returns null where nothing is whole yet */
export function toFilter(lines: readonly Line[]): Filter | null {
  const items = lines.filter(isWhole).map(lineFilter);
  const [only] = items;
  if (only === undefined) return null;
  return items.length === 1 ? only : { kind: 'or', items };
}

function lineFilter({ name, when, operator, values, days }: Line): Filter {
  const said = values.filter((value) => value.trim() !== '');
  const list = said.length > 1;
  const condition: Condition = {
    kind: 'condition',
    name,
    operator: list ? (operator === '!=' ? '!.' : '=.') : operator,
    values: (list ? said : said.slice(0, 1)).map((text) => ({ text, at: 1 })),
    at: 1,
  };
  if (when === 'visit') return condition;
  const key = when === 'notVisit' ? 'visit' : 'visitor';
  const within = key === 'visitor' ? withinOf(days) : undefined;
  const some: Filter = { kind: 'some', key, item: condition, ...(within === undefined ? {} : { within }) };
  return when === 'ever' ? some : { kind: 'not', item: some };
}

/** @returns null where the lines cannot say it */
export function readLines(filter: Filter): Line[] | null {
  const items = filter.kind === 'or' ? filter.items : [filter];
  const lines = items.map(readLine);
  return lines.every((line) => line !== null) ? lines : null;
}

function readLine(filter: Filter): Line | null {
  switch (filter.kind) {
    case 'condition':
      return readCondition(filter, 'visit');
    case 'some':
      return filter.item.kind === 'condition'
        ? readCondition(filter.item, filter.key === 'visit' ? 'visit' : 'ever', filter.within)
        : null;
    case 'not': {
      const { item } = filter;
      return item.kind === 'some' && item.item.kind === 'condition'
        ? readCondition(item.item, item.key === 'visit' ? 'notVisit' : 'never', item.within)
        : null;
    }
    default:
      return null;
  }
}

const SINGLE: Partial<Record<FilterOperator, FilterOperator>> = { '=.': '==', '!.': '!=' };

function readCondition({ name, operator, values }: Condition, when: When, within?: number): Line | null {
  const days = within === undefined ? '' : String(within);
  const field = dimensionOf(name)?.field;
  if (field === undefined) return null;
  const own = nameOf(field);
  const single = SINGLE[operator] ?? operator;
  const texts = values.flatMap(({ text }) => text ?? []);
  if (texts.length !== values.length) return null;
  if (field.kind === 'item' && single === '!=' && when === 'visit') {
    return { name: own, when: 'notVisit', operator: '==', values: texts, days };
  }
  return operatorsOf(own).includes(single)
    ? { name: own, when, operator: single, values: texts, days }
    : null;
}
