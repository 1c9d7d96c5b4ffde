/** What the conditions of `action` and `url` goals have in common: checking, and joining by OR. */
import { MAX_CONDITION_LENGTH, MAX_CONDITIONS, type Condition } from '@goalpost/contract';
import type { GoalFault, GoalMatcher } from './goal-type.ts';
import { compilePattern, MAX_PROGRAM, type Pattern } from './patterns/pattern.ts';
import { patternSize } from './patterns/pattern-size.ts';
import type { SlowPattern } from './patterns/slow-pattern.ts';
import type { Subject } from './subject.ts';

export interface Test {
  (subject: Subject): boolean;
  readonly slow?: SlowPattern;
}

/** `extra` says what else is wrong with a value, or null. */
export function conditionFaults(
  conditions: readonly Condition[],
  extra: (condition: Condition) => string | null = () => null,
): GoalFault[] {
  if (conditions.length === 0)
    return [{ message: 'at least one condition is needed', location: 'conditions' }];
  if (conditions.length > MAX_CONDITIONS) {
    return [{ message: `at most ${MAX_CONDITIONS} conditions`, location: 'conditions' }];
  }
  // Once the expressions are too large together, no more of them are compiled: each takes its time.
  let room = MAX_PROGRAM;
  return conditions.flatMap((condition, index) => {
    const checked = checkValue(condition, room);
    room -= checked.size;
    const message = checked.fault ?? extra(condition);
    return message === null ? [] : [{ message, location: `conditions.${index}.url` }];
  });
}

/** @param room instructions left for the goal's expressions */
function checkValue(
  { type, url }: Condition,
  room: number,
): { readonly fault: string | null; readonly size: number } {
  if (url.trim() === '') return { fault: 'the value must not be empty', size: 0 };
  if (url.length > MAX_CONDITION_LENGTH)
    return { fault: `at most ${MAX_CONDITION_LENGTH} characters`, size: 0 };
  if (type !== 'regexp') return { fault: null, size: 0 };
  if (room < 0) return { fault: TOO_LARGE_TOGETHER, size: 0 };
  const pattern = compilePattern(url);
  if (pattern.ok) {
    const slow = patternSize(url).loose > MAX_LOOSE ? TOO_SLOW : null;
    return { fault: pattern.size > room ? TOO_LARGE_TOGETHER : slow, size: pattern.size };
  }
  const size = pattern.tooLarge ? MAX_PROGRAM + 1 : 0;
  return { fault: `not a regular expression that can be used: ${pattern.message}`, size };
}

/**
 * What a pattern may have beside plain characters. The longest address takes such a pattern some tens of
 * milliseconds at most, in which nothing else runs; alternatives of plain addresses are not bounded by it.
 */
export const MAX_LOOSE = 1_500;
const TOO_SLOW = 'the expression would take too long: use fewer or smaller repeats, or several conditions';
const TOO_LARGE_TOGETHER = 'the expressions of the goal are too large together';

/** Instructions from which a pattern is slow: some hundred microseconds for the longest address. */
const SLOW_PROGRAM = 100;
/** Texts of one hit that a pattern is asked of; an address has at most so many forms. */
const REMEMBERED = 8;

/** A stored expression that does not compile any more fits nothing: collection must not stop for it. */
export function patternTest(source: string, texts: SlowPattern['texts']): Test {
  const pattern = compilePattern(source);
  if (!pattern.ok) return () => false;
  if (pattern.size < SLOW_PROGRAM) return (subject) => texts(subject).some(pattern.test);
  const slow: SlowPattern = { test: remembering(pattern.test), texts };
  return Object.assign((subject: Subject) => texts(subject).some(slow.test), { slow });
}

/** Gives the answers of the latest texts again without working them out. */
function remembering(test: Pattern): Pattern {
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
}

/** Instructions of the expressions of several goals together [G20]; at least one too many if it is too many. */
export function programOf(goals: readonly Expressions[]): number {
  let size = 0;
  for (const { conditions, steps = [] } of goals) {
    for (const { type, url } of [...conditions, ...steps.flatMap((step) => step.conditions)]) {
      if (type !== 'regexp') continue;
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
  return {
    match: (subject, place) =>
      tests.some((test) => test(subject)) ? { reached: [place], memory: null } : MISSED,
    slow: tests.flatMap(({ slow }) => slow ?? []),
  };
}
