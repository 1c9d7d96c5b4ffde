/** Regular expressions of goals: RE2, so that no pattern can take more than linear time, and of bounded size. */
import { RE2JS, RE2JSException } from 're2js';
import { literalTest } from './literal.ts';
import { patternSize } from './pattern-size.ts';

/** Instructions of a compiled pattern: enough for the longest condition made of letters alone. */
export const MAX_PROGRAM = 20_000;

export type Pattern = (text: string) => boolean;

export type CompiledPattern =
  | { readonly ok: true; readonly test: Pattern; readonly size: number }
  /** `tooLarge`: it may well be an expression, and took time to find out. */
  | { readonly ok: false; readonly message: string; readonly tooLarge: boolean };

/**
 * Bytes that the states of one pattern may take: enough for any ordinary one. The library's own 8 MiB would
 * be gigabytes over all goals, and makes patterns of very many states slower, not faster.
 */
const STATE_BYTES = 1024 * 1024;

const TOO_LARGE = {
  ok: false,
  tooLarge: true,
  message: 'it is too large: use fewer or smaller repeats',
} as const;

export function compilePattern(source: string): CompiledPattern {
  if (patternSize(source).total > MAX_PROGRAM * 2) return TOO_LARGE;
  try {
    const compiled = RE2JS.compile(source);
    const size = compiled.programSize();
    if (size > MAX_PROGRAM) return TOO_LARGE;
    const { dfa } = compiled.re2();
    dfa.maxMem = dfa.stateBudget = dfa.memBudget = STATE_BYTES;
    return { ok: true, size, test: literalTest(source) ?? ((text) => compiled.test(text)) };
  } catch (error) {
    if (error instanceof RE2JSException) return { ok: false, tooLarge: false, message: error.message };
    throw error;
  }
}
