/** Finds the goals that look at nothing but a page view's address, all at once [G5]. */
import { LRUCache } from 'lru-cache';
import type { AddressForms } from './address.ts';
import { exactForm } from './comparisons.ts';
import type { Subject } from '../subject.ts';

/** Any one of these is enough. */
export interface AddressConditions {
  readonly exact: readonly string[];
  readonly others: readonly ((address: AddressForms) => boolean)[];
}

/** From so many comparisons on, an address that comes again is cheaper to remember. */
const MANY = 16;
/** Most views are of few pages. */
const REMEMBERED = 500;

/** @returns what was given with conditions that the view's address meets, each once; of other hits nothing */
export function findByAddress<T extends object>(
  all: readonly { readonly conditions: AddressConditions; readonly value: T }[],
): (subject: Subject) => readonly T[] {
  const none: readonly T[] = Object.freeze([]);
  if (all.length === 0) return () => none;
  const exact = {
    exact: new Map<string, T[]>(),
    exactPath: new Map<string, T[]>(),
    exactLocal: new Map<string, T[]>(),
  };
  for (const { conditions, value } of all) {
    for (const { form, pattern } of conditions.exact.map(exactForm)) {
      const before = exact[form].get(pattern);
      if (before) before.push(value);
      else exact[form].set(pattern, [value]);
    }
  }
  const others = all.flatMap(({ conditions, value }) => conditions.others.map((fits) => ({ fits, value })));

  const find = (address: AddressForms): readonly T[] => {
    const found = new Set<T>();
    const add = (values: readonly T[] = none) => values.forEach((value) => found.add(value));
    for (const form of address.exact) add(exact.exact.get(form));
    add(exact.exactPath.get(address.exactPath));
    add(exact.exactLocal.get(address.exactLocal));
    for (const { fits, value } of others) if (fits(address)) found.add(value);
    return found.size === 0 ? none : [...found];
  };
  const remembered = others.length < MANY ? null : new LRUCache<string, readonly T[]>({ max: REMEMBERED });
  return ({ fact, address }) => {
    if (fact.kind !== 'view') return none;
    const before = remembered?.get(fact.url);
    if (before !== undefined) return before;
    const forms = address();
    const found = forms === null ? none : find(forms);
    remembered?.set(fact.url, found);
    return found;
  };
}
