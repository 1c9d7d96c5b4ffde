/** Tells which goals the address of a page view says enough of: most views are of few pages. */
import type { GoalTypeId, PartTypeName } from '@goalpost/contract/goals';
import { descriptorOf } from '@goalpost/contract/goals';
import { LRUCache } from 'lru-cache';
import type { GoalMatcher } from '../goal-type.ts';
import type { Subject } from '../subject.ts';

/** Types that look at page views, and at nothing of them but the address. */
const ALONE: ReadonlySet<string> = new Set<GoalTypeId>(['url', 'search']);
const REMEMBERED = 500;

interface Part {
  readonly type: GoalTypeId | PartTypeName;
  readonly matcher: GoalMatcher;
}

/**
 * Of a page view without params and commerce, whether any of the parts fits: the address alone decides.
 * @returns undefined where something else has a say, too
 */
export function fitsAddress(parts: readonly Part[]): GoalMatcher['fitsAddress'] {
  const tests: ((subject: Subject) => boolean)[] = [];
  for (const { type, matcher } of parts) {
    const { facts, isState } = descriptorOf(type);
    if (isState === true || type === 'price') return undefined;
    if (!facts.includes('view')) continue;
    if (!ALONE.has(type) || matcher.test === undefined) return undefined;
    tests.push(matcher.test);
  }
  return (subject) => tests.some((test) => test(subject));
}

/** @returns those of the goals that a view of a page without params and commerce has to be held against */
export function byAddressAlone<T extends { readonly matcher: GoalMatcher }>(): (
  all: readonly T[],
  subject: Subject,
) => readonly T[] {
  // A list of goals is the same one for all hits of its kind.
  const known = new LRUCache<string, { readonly of: readonly T[]; readonly left: readonly T[] }>({
    max: REMEMBERED,
  });
  return (all, subject) => {
    const { fact } = subject;
    if (fact.kind !== 'view' || fact.params || fact.commerce) return all;
    const before = known.get(fact.url);
    if (before?.of === all) return before.left;
    const left = all.filter(({ matcher }) => matcher.fitsAddress?.(subject) ?? true);
    known.set(fact.url, { of: all, left });
    return left;
  };
}
