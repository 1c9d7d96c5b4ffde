/** For tests: filters over visits, as plain functions. */
import type { VisitRow } from '../../collect/index.ts';
import type { Condition, Filter } from '@goalpost/contract/reports/filters';
import { shownLocal } from '@goalpost/contract/addresses';
import { MODEL_ADDRESSES, MODEL_DIMENSIONS, type Value } from './test-dimensions.ts';
import { generic } from './test-question.ts';

const SAME = new Set(['==', '!=', '=.', '!.']);
export const NEGATIVE = new Set(['!=', '!@', '!~', '!*', '!.']);

/** @param goals those not deleted */
export function chooses(filter: Filter, visit: VisitRow, zone: string, goals: readonly number[]): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.items.every((item) => chooses(item, visit, zone, goals));
    case 'or':
      return filter.items.some((item) => chooses(item, visit, zone, goals));
    case 'not':
      return !chooses(filter.item, visit, zone, goals);
    case 'some':
      throw new Error('sets have a model of their own');
    case 'condition': {
      const holds =
        filter.name === 'ym:s:goal' ? goalHolds(filter, visit, goals) : valueHolds(filter, visit, zone);
      return NEGATIVE.has(filter.operator) ? !holds : holds;
    }
  }
}

export function goalHolds({ values }: Condition, { goal_ids }: VisitRow, goals: readonly number[]): boolean {
  const reached = goal_ids.filter((id) => goals.includes(id));
  return values.some(({ text }) => (text === null ? reached.length === 0 : reached.includes(Number(text))));
}

function valueHolds(condition: Condition, visit: VisitRow, zone: string): boolean {
  const dimension = MODEL_DIMENSIONS[generic(condition.name.slice('ym:s:'.length))];
  if (dimension === undefined) throw new Error(`no model of ${condition.name}`);
  return fits(condition, dimension(visit, zone), addressOf(condition.name.slice('ym:s:'.length), visit));
}

/** How a value of the dimension may also be spelled; undefined where it is no address. */
export interface Spellings {
  readonly sent: string;
  spelled(text: string): string;
}

/** @param name without its prefix */
export function addressOf(name: string, visit: VisitRow): Spellings | undefined {
  const address = MODEL_ADDRESSES[generic(name)];
  return address && { sent: address.sent(visit), spelled: address.spelled };
}

/** Negative operators are read as those they are the complement of. */
export function fits({ operator, values }: Condition, value: Value, address?: Spellings): boolean {
  const texts = values.map(({ text }) =>
    address === undefined || text === null || !SAME.has(operator) ? text : address.spelled(text),
  );
  const [first = null] = texts;
  if (operator.endsWith('.')) return texts.some((text) => same(value, text));
  if (operator === '==' || operator === '!=') return same(value, first);
  if (operator === '>' || operator === '<' || operator === '>=' || operator === '<=')
    return ordered(value, operator, first);
  const holds = (of: Value, text: string | null): boolean =>
    textHolds(of === null ? '' : String(of), operator.charAt(1), text ?? '');
  if (address === undefined) return holds(value, first);
  const spelled = operator.endsWith('~') ? first : shownLocal(first ?? '');
  return holds(value, first) || holds(value, spelled) || holds(address.sent, first);
}

function same(value: Value, text: string | null): boolean {
  if (typeof value === 'number') return text !== null && value === Number(text);
  return text === null
    ? value === null || value === ''
    : (value ?? '') === (value === 'yes' || value === 'no' ? text.toLowerCase() : text);
}

function ordered(value: Value, operator: string, text: string | null): boolean {
  if (value === null || text === null) return false;
  const bound = typeof value === 'number' ? Number(text) : text;
  if (operator === '>') return value > bound;
  if (operator === '<') return value < bound;
  return operator === '>=' ? value >= bound : value <= bound;
}

function textHolds(value: string, operator: string, text: string): boolean {
  if (operator === '@') return value.includes(text);
  if (operator === '~') return new RegExp(text, 'su').test(value);
  const parts = text.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join('.*')}$`, 'su').test(value);
}
