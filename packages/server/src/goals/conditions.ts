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
  let program = 0;
  return conditions.flatMap((condition, index) => {
    const checked = checkValue(condition);
    program += checked.program;
    const tooLarge = program > MAX_PROGRAM ? 'the expressions of the goal are too large together' : null;
    const message = checked.fault ?? extra(condition) ?? tooLarge;
    return message === null ? [] : [{ message, location: `conditions.${index}.url` }];
  });
}

/** `program`: what the condition takes of `MAX_PROGRAM`. */
function checkValue({ type, url }: Condition): { readonly fault: string | null; readonly program: number } {
  if (url.trim() === '') return { fault: 'the value must not be empty', program: 0 };
  if (url.length > MAX_CONDITION_LENGTH) {
    return { fault: `at most ${MAX_CONDITION_LENGTH} characters`, program: 0 };
  }
  if (type !== 'regexp') return { fault: null, program: 0 };
  const pattern = compilePattern(url);
  return pattern.ok
    ? { fault: null, program: pattern.size }
    : { fault: `not a regular expression: ${pattern.message}`, program: 0 };
}

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
