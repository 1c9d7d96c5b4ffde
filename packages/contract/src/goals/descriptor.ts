/** Descriptors of goal types: the API's validation, the admin's form, texts and icons come from them. */

/** How a condition compares: its whole value, a part, its beginning, or an RE2 pattern. */
export const OPERATORS = ['exact', 'contain', 'start', 'regexp'] as const;
export type OperatorName = (typeof OPERATORS)[number];

/**
 * What of a hit a goal type can need: the kind of the hit, or something that a hit of any kind may carry
 * (`params`, `commerce`).
 */
export const FACTS = [
  'view',
  'event',
  'link',
  'download',
  'form',
  'button',
  'params',
  'commerce',
  'other',
] as const;
export type FactName = (typeof FACTS)[number];

/** Values to compare with, any one of which is enough. */
export interface ConditionsField {
  readonly kind: 'conditions';
  readonly name: 'conditions';
  readonly operators: readonly OperatorName[];
  /** Of a new condition in a form. */
  readonly first: OperatorName;
  readonly max: number;
  readonly maxLength: number;
  /** Characters that these operators' values cannot hold, since a condition with one could never be met. */
  readonly forbidden?: { readonly characters: string; readonly operators: readonly OperatorName[] };
}

/** Steps in a row, each with the conditions of another goal type. */
export interface StepsField {
  readonly kind: 'steps';
  readonly name: 'steps';
  readonly types: readonly string[];
  readonly min: number;
  readonly max: number;
}

/** A whole number. */
export interface WholeField {
  readonly kind: 'whole';
  /** As the API names it. */
  readonly name: string;
  readonly min: number;
  readonly max: number;
}

export type GoalField = ConditionsField | StepsField | WholeField;

/** Names of icons; the admin draws them. */
export type GoalIconName = 'click' | 'page' | 'stairs' | 'pages';

export interface GoalTypeDescriptor {
  /** The `type` of the API. */
  readonly id: string;
  readonly icon: GoalIconName;
  readonly fields: readonly GoalField[];
  /** Hits without any of these are not shown to its matcher. */
  readonly facts: readonly FactName[];
}
