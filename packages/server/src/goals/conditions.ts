/** What the conditions of `action` and `url` goals have in common: patterns, and joining by OR. */
import type { Condition } from '@goalpost/contract/goals';
import type { GoalMatcher } from './goal-type.ts';
import { compilePattern, MAX_PROGRAM, type Pattern } from './patterns/pattern.ts';
import type { SlowPattern } from './patterns/slow-pattern.ts';
import type { Subject } from './subject.ts';

export interface Test {
  (subject: Subject): boolean;
  readonly slow?: SlowPattern;
}

/** Instructions from which a pattern is slow: some hundred microseconds for the longest address. */
const SLOW_PROGRAM = 100;
/** Texts of one hit that a pattern is asked of; an address has at most so many forms. */
const REMEMBERED = 8;

/** A stored expression that does not compile any more fits nothing: collection must not stop for it. */
export function patternTest(source: string, texts: SlowPattern['texts']): Test {
  const { fits, slow } = textPattern(source, texts);
  return Object.assign((subject: Subject) => texts(subject).some(fits), slow && { slow });
}

/** The same, to be asked of the texts themselves. */
export function textPattern(
  source: string,
  texts: SlowPattern['texts'],
): { readonly fits: Pattern; readonly slow?: SlowPattern } {
  const pattern = compilePattern(source);
  if (!pattern.ok) return { fits: () => false };
  if (pattern.size < SLOW_PROGRAM) return { fits: pattern.test };
  const slow: SlowPattern = { test: remembering(pattern.test), texts };
  return { fits: slow.test, slow };
}

/** Gives the answers of the latest texts again without working them out. */
export function remembering(test: Pattern): Pattern {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const fits = test(text);
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, fits);
    return fits;
  };
}

/** What of a goal may hold expressions. */
export interface Expressions {
  readonly conditions: readonly Condition[];
  readonly steps?: readonly Pick<Expressions, 'conditions'>[] | undefined;
  readonly any?: Expressions['steps'];
  readonly all?: Expressions['steps'];
}

/** Instructions of the expressions of several goals together [G20]; at least one too many if it is too many. */
export function programOf(goals: readonly Expressions[]): number {
  let size = 0;
  for (const { conditions, steps = [], any = [], all = [] } of goals) {
    for (const { type, url } of [{ conditions }, ...steps, ...any, ...all].flatMap(
      (part) => part.conditions,
    )) {
      if (type !== 'regexp' && type !== 'regexp_action') continue;
      const pattern = compilePattern(url);
      size += pattern.ok ? pattern.size : 0;
      if (size > MAX_PROGRAM) return size;
    }
  }
  return size;
}

const MISSED = Object.freeze({ reached: Object.freeze([]), memory: null });

/** A matcher that remembers nothing: any one condition is enough. */
export function anyOf(tests: readonly Test[]): GoalMatcher {
  const [only] = tests;
  const fits =
    only !== undefined && tests.length === 1
      ? only
      : (subject: Subject) => tests.some((test) => test(subject));
  return {
    test: fits,
    match: (subject, place) => (fits(subject) ? { reached: [place], memory: null } : MISSED),
    slow: tests.flatMap(({ slow }) => slow ?? []),
  };
}
