/** What the conditions of `action` and `url` goals have in common: checking, and joining by OR. */
import { MAX_CONDITION_LENGTH, MAX_CONDITIONS, type Condition } from '@goalpost/contract';
import type { GoalFault, GoalMatcher } from './goal-type.ts';
import { compilePattern, MAX_PROGRAM, type Pattern } from './pattern.ts';
import type { Subject } from './subject.ts';

export type Test = (subject: Subject) => boolean;

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
  if (pattern.ok) return { fault: pattern.size > room ? TOO_LARGE_TOGETHER : null, size: pattern.size };
  const size = pattern.tooLarge ? MAX_PROGRAM + 1 : 0;
  return { fault: `not a regular expression that can be used: ${pattern.message}`, size };
}

const TOO_LARGE_TOGETHER = 'the expressions of the goal are too large together';

const never: Pattern = () => false;

/** A stored expression that does not compile any more fits nothing: collection must not stop for it. */
export function patternOf(source: string): Pattern {
  const pattern = compilePattern(source);
  return pattern.ok ? pattern.test : never;
}

const REACHED = { reached: true, memory: 0 } as const;
const MISSED = { reached: false, memory: 0 } as const;

/** A matcher that remembers nothing: any one condition is enough. */
export function anyOf(tests: readonly Test[]): GoalMatcher {
  return { match: (subject) => (tests.some((test) => test(subject)) ? REACHED : MISSED) };
}
