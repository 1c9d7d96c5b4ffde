/** Conditions on addresses, in whatever spelling they are said [M35]. */
import { addressValue, letteredSql } from '../addresses.ts';
import { shownHost, shownLocal } from '@goalpost/contract/addresses';
import { dimensionScope, sharedColumn, type Compilation } from './scope.ts';
import type { Address, NameArguments } from '../dimension.ts';
import type { ScopeFilter } from '../plan/plan.ts';
import { likePattern } from './like-pattern.ts';

type Condition = Extract<ScopeFilter, { kind: 'condition' }>;

interface Asked {
  readonly address: Address;
  readonly args: NameArguments;
}

/** @param column the dimension's own */
export function addressConditionSql(
  compilation: Compilation,
  { address, args }: Asked,
  column: string,
  { operator, values, named = [] }: Pick<Condition, 'operator' | 'values' | 'named'>,
): string {
  const { bind } = compilation.binder;
  const texts = values.map((value) => value ?? '');
  const said = texts.map((text) => addressValue(address.kind, text));
  if (operator === '=.') return `${column} IN ${bind('Array(String)', said)}`;
  const [text = ''] = texts;
  if (operator === '==') return `${column} = ${bind('String', said[0] ?? '')}`;

  const sent = address.raw(dimensionScope(compilation, args));
  const raw = sharedColumn(compilation, sent);
  const { hosts } = compilation.plan;
  // Also with hosts in letters, and as it was sent.
  const lettered =
    hosts.length === 0 || address.kind === 'path'
      ? column
      : sharedColumn(
          compilation,
          letteredSql(address.kind, sent, [
            bind('Array(String)', hosts),
            bind('Array(String)', hosts.map(shownHost)),
          ]),
        );
  const test = (of: string, part: string): string => {
    if (operator === '=@') return `position(${of}, ${bind('String', part)}) > 0`;
    if (operator === '=~') return `match(${of}, ${bind('String', part)})`;
    return `${of} LIKE ${bind('String', likePattern(part))}`;
  };
  // A decoded pattern would be another pattern.
  const spelled = operator === '=~' ? text : shownLocal(text);
  const tests = new Set([
    test(lettered, text),
    test(lettered, spelled),
    test(column, text),
    test(raw, text),
    ...(named.length === 0 ? [] : [`${column} IN ${bind('Array(String)', named)}`]),
  ]);
  return [...tests].join(' OR ');
}
