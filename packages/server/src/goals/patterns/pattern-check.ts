/** Whether the regular expressions of a goal can be used [G20]. */
import type { PatternCheck } from '@goalpost/contract/goals';
import { compilePattern, MAX_PROGRAM } from './pattern.ts';
import { patternSize } from './pattern-size.ts';

/**
 * What a pattern may have beside plain characters. The longest address takes such a pattern some tens of
 * milliseconds at most, in which nothing else runs; alternatives of plain addresses are not bounded by it.
 */
export const MAX_LOOSE = 1_500;

const TOO_SLOW = { code: 'pattern_too_slow', values: {} } as const;
const TOO_LARGE_TOGETHER = { code: 'patterns_too_large', values: {} } as const;

/** Once the expressions are too large together, no more of them are compiled: each takes its time. */
export function newPatternCheck(): PatternCheck {
  let room = MAX_PROGRAM;
  return (source) => {
    if (room < 0) return TOO_LARGE_TOGETHER;
    const pattern = compilePattern(source);
    if (!pattern.ok) {
      if (pattern.tooLarge) room -= MAX_PROGRAM + 1;
      return { code: 'pattern_invalid', values: { message: pattern.message } };
    }
    const isTooLarge = pattern.size > room;
    room -= pattern.size;
    if (isTooLarge) return TOO_LARGE_TOGETHER;
    return patternSize(source).loose > MAX_LOOSE ? TOO_SLOW : null;
  };
}
