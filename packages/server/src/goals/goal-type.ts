/**
 * The contract of a goal type: one file says everything about it, with its own examples, and one line in
 * `registry.ts` adds it. Pure: no clock, no I/O.
 */
import type { GoalTypeId, Operator } from '@goalpost/contract';
import type { GoalDefinition } from './definition.ts';

/** What a goal may look at: one hit, decoded. */
export type GoalFact =
  | { readonly kind: 'event'; readonly identifier: string }
  | { readonly kind: 'view'; readonly url: string }
  | { readonly kind: 'other' };

/** Compiled once a goal revision, asked for every hit. */
export interface GoalMatcher {
  /**
   * @param memory what the matcher kept of this visit; 0 at its start
   * @returns whether the goal is reached now, and what to keep
   */
  match(fact: GoalFact, memory: number): { readonly reached: boolean; readonly memory: number };
}

export interface GoalType {
  readonly id: GoalTypeId;
  readonly operators: readonly Operator[];
  /** Kinds of fact that can change anything; others are not shown to it. */
  readonly facts: readonly GoalFact['kind'][];
  /** Says what is wrong with a goal of this type, with the path of each field at fault. */
  validate(goal: GoalConfig): readonly { readonly message: string; readonly location: string }[];
  compile(goal: GoalConfig): GoalMatcher;
  readonly examples: readonly {
    readonly goal: GoalConfig;
    readonly yes: readonly GoalFact[];
    readonly no: readonly GoalFact[];
  }[];
}

export type GoalConfig = Pick<GoalDefinition, 'conditions' | 'steps'>;


export function defineGoalType(type: GoalType): GoalType {
  return type;
}
