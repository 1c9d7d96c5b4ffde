/** Patterns that take long, so that collection can work them out step by step. */
import type { Pattern } from './pattern.ts';
import type { Subject } from '../subject.ts';

/** A pattern so large that one text can take it milliseconds, and the texts that it will be asked of. */
export interface SlowPattern {
  readonly test: Pattern;
  texts(subject: Subject): readonly string[];
}
