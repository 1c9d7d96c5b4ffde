/**
 * The contract of a goal type: one file says everything about it, with its own examples, and one line in
 * `registry.ts` adds it. Pure: no clock, no I/O.
 */
import type { GoalTypeId, Operator } from '@goalpost/contract';
import type { GoalDefinition } from './definition.ts';
import type { StepsTaken } from './steps-taken.ts';
import type { GoalFact } from './fact.ts';
import type { SlowPattern } from './patterns/slow-pattern.ts';
import type { Subject } from './subject.ts';

/** Compiled once a goal revision, asked for every hit. */
export interface GoalMatcher {
  /**
   * @param place where the hit stands among the hits of its visit, which may arrive in another order
   * @param memory what the matcher kept of this visit; null at its start
   * @returns places of the hits that reach the goal now, this one or earlier come ones, and what to keep
   */
  match(
    subject: Subject,
    place: number,
    memory: StepsTaken | null,
  ): { readonly reached: readonly number[]; readonly memory: StepsTaken | null };
  /** What `match` may ask that takes long; it remembers the answers of the latest hit. */
  readonly slow: readonly SlowPattern[];
}

/** A field that is wrong, as a path from the goal, e.g. `conditions.0.url`. */
export interface GoalFault {
  readonly message: string;
  readonly location: string;
}

export type GoalConfig = Pick<GoalDefinition, 'conditions' | 'steps'>;

export interface GoalType {
  readonly id: GoalTypeId;
  readonly operators: readonly Operator[];
  /** Kinds of fact that can change anything; others are not shown to it. */
  readonly facts: readonly GoalFact['kind'][];
  validate(goal: GoalConfig): readonly GoalFault[];
  /** @throws where `validate` finds a fault */
  compile(goal: GoalConfig): GoalMatcher;
  /**
   * The event identifiers that reach the goal, where nothing else does and no memory is needed: the goal is
   * then found by name and never asked. Null where the goal must be asked.
   */
  identifiers(goal: GoalConfig): readonly string[] | null;
  /** `yes` and `no` are hits of one visit each; where a list is given, its last hit decides. */
  readonly examples: readonly {
    readonly goal: GoalConfig;
    readonly yes: readonly (GoalFact | readonly GoalFact[])[];
    readonly no: readonly (GoalFact | readonly GoalFact[])[];
  }[];
}

export function defineGoalType(type: GoalType): GoalType {
  return type;
}
