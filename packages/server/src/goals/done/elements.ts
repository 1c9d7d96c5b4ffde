/** What forms and buttons have in common: their attributes and place are compared, any one is enough. */
import type { Condition } from '@goalpost/contract/goals';
import { addressForms } from '../addresses/address.ts';
import { contain } from '../addresses/comparisons.ts';
import { anyOf, type Test } from '../conditions.ts';
import type { GoalMatcher } from '../goal-type.ts';

/** Parameters of the address that names the element. */
const PART_OF = { id: 'i', name: 'n', path: 'p' } as const;

const plainText = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();

function testOf(kind: 'form' | 'button', { type, url: value }: Condition): Test {
  if (type === 'page') {
    const fits = contain(value);
    return ({ fact }) => fact.kind === kind && fits(addressForms(fact.page));
  }
  if (type === 'text') {
    const wanted = plainText(value);
    return (subject) => subject.kind === kind && plainText(subject.done().part('t')) === wanted;
  }
  if (type !== 'id' && type !== 'name' && type !== 'path') return () => false;
  // Pages write attributes with spaces around them, too.
  const [part, wanted] = [PART_OF[type], value.trim()];
  return (subject) => subject.kind === kind && subject.done().part(part).trim() === wanted;
}

/** @param any what fits a goal without conditions */
export function onElement(kind: 'form' | 'button', conditions: readonly Condition[], any: Test): GoalMatcher {
  const tests = conditions.length === 0 ? [any] : conditions.map((condition) => testOf(kind, condition));
  return anyOf(tests);
}
