/**
 * The server's side of a goal type: one file with its matcher and examples, and one line in `registry.ts`. What
 * the goal's fields may hold is its descriptor's to say, in the contract. Pure: no clock, no I/O.
 */
import type { GoalTypeId } from '@goalpost/contract/goals';
import type { GoalDefinition } from './definition.ts';
import type { SaidPrice } from './commerce/orders.ts';
import type { AddressConditions } from './addresses/find-by-address.ts';
import type { StepsTaken } from './steps/steps-taken.ts';
import type { GoalFact } from './fact.ts';
import type { SlowPattern } from './patterns/slow-pattern.ts';
import type { Subject } from './subject.ts';

/** Compiled once a goal revision, asked for every hit. */
export interface GoalMatcher {
  /** What it keeps of a visit has it; kept under another one is of the goal before an edit [G17]. Absent: it keeps nothing. */
  readonly mark?: number;
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
  /** Where nothing else decides: what the address of a page view has to be. The goal is then found by it, and never asked. */
  readonly addresses?: AddressConditions;
  /** Where it remembers nothing: the same answer without a list; asked in place of `match`. */
  readonly test?: (subject: Subject) => boolean;
  /**
   * Of a page view without params and commerce: false where its address alone says that `match` would reach nothing
   * and keep what it kept. Absent: it has to be asked.
   */
  readonly fitsAddress?: ((subject: Subject) => boolean) | undefined;
  /**
   * What a reach by this hit is worth, where it is not what the hit's params say; null: nothing is said,
   * undefined: what the params say.
   */
  readonly price?: (subject: Subject) => SaidPrice | null | undefined;
  /** What `match` may ask that takes long; it remembers the answers of the latest hit. */
  readonly slow: readonly SlowPattern[];
}

/** @see GoalType.examples */
export type ExampleHit = GoalFact & { readonly after?: number };

/** The fields of a goal that its type reads. */
export type GoalConfig = Pick<GoalDefinition, 'conditions' | 'steps' | 'fields' | 'any' | 'all'>;

export interface GoalType {
  readonly id: GoalTypeId;
  /** @throws where the fields are at fault */
  compile(goal: GoalConfig): GoalMatcher;
  /**
   * The event identifiers that reach the goal, where nothing else does and no memory is needed: the goal is
   * then found by name and never asked. Null where the goal must be asked.
   */
  identifiers(goal: GoalConfig): readonly string[] | null;
  /**
   * `yes` and `no` are hits of one visit each; where a list is given, its last hit decides. Hits and page views
   * are counted up, and each hit comes a second after the one before it unless it says `after`.
   */
  readonly examples: readonly {
    readonly goal: GoalConfig;
    readonly yes: readonly (ExampleHit | readonly ExampleHit[])[];
    readonly no: readonly (ExampleHit | readonly ExampleHit[])[];
  }[];
}

/** For examples. */
export const click = (url: string): GoalFact => ({ kind: 'link', url, page: 'https://shop.example/' });

export function defineGoalType(type: GoalType): GoalType {
  return type;
}
