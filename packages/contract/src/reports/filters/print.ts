/** Writes a filter as text that reads as the same filter. */
import type { Condition, Filter, Some } from './ast.ts';

export function printFilter(filter: Filter): string {
  switch (filter.kind) {
    case 'condition':
      return printCondition(filter);
    case 'not':
      return `NOT ${inBrackets(filter.item)}`;
    case 'some':
      return `EXISTS ${filter.key === 'visitor' ? `ym:u:userID ${withinText(filter)}WITH ` : ''}(${printFilter(filter.item)})`;
    case 'and':
      return filter.items.map(inBrackets).join(' AND ');
    case 'or':
      return filter.items.map(inBrackets).join(' OR ');
  }
}

const withinText = ({ within }: Some): string => (within === undefined ? '' : `WITHIN ${within} DAYS `);

function inBrackets(filter: Filter): string {
  return filter.kind === 'and' || filter.kind === 'or' ? `(${printFilter(filter)})` : printFilter(filter);
}

function printCondition({ name, operator, values }: Condition): string {
  const texts = values.map(({ text }) => (text === null ? 'null' : `'${text.replace(/[\\']/g, '\\$&')}'`));
  return operator === '=.' || operator === '!.'
    ? `${name}${operator}(${texts.join(',')})`
    : `${name}${operator}${texts.join('')}`;
}
