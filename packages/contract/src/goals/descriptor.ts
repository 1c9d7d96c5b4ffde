/** Descriptors of goal types: the API's validation, the admin's form, texts and icons come from them. */

/** How a condition compares a text: its whole value, a part, its beginning, or an RE2 pattern. */
export const TEXT_OPERATORS = ['exact', 'contain', 'start', 'regexp'] as const;
export type TextOperator = (typeof TEXT_OPERATORS)[number];
/** Conditions that have no value. */
export const VALUELESS_OPERATORS = ['all_social', 'all_files'] as const;
/** The `type` of a condition in the API: beside texts, what is named by an id or by a name of its own kind. */
export const OPERATORS = [
  ...TEXT_OPERATORS,
  'messenger',
  'social',
  'file',
  'search',
  ...VALUELESS_OPERATORS,
] as const;
export type OperatorName = (typeof OPERATORS)[number];

export function hasValue(operator: OperatorName): boolean {
  return !(VALUELESS_OPERATORS as readonly string[]).includes(operator);
}

/** Lists that the API gives, whose ids are values of conditions. */
export const DICTIONARY_NAMES = ['messengers', 'social_networks'] as const;
export type DictionaryName = (typeof DICTIONARY_NAMES)[number];

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
  /** 0: a goal without conditions is reached by any such hit. */
  readonly min: 0 | 1;
  readonly max: number;
  readonly maxLength: number;
  /** Values are ids of this list. */
  readonly dictionary?: DictionaryName;
  /** A value has at least one of these characters, since without any it could never be met. */
  readonly needed?: string;
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

/** Yes or no; in the API 1 or 0. */
export interface FlagField {
  readonly kind: 'flag';
  /** As the API names it. */
  readonly name: string;
}

export type GoalField = ConditionsField | StepsField | WholeField | FlagField;

/** Names of icons; the admin draws them. */
export type GoalIconName =
  | 'click'
  | 'page'
  | 'stairs'
  | 'pages'
  | 'email'
  | 'phone'
  | 'messenger'
  | 'social'
  | 'file'
  | 'search'
  | 'payment'
  | 'clock';

export interface GoalTypeDescriptor {
  /** The `type` of the API. */
  readonly id: string;
  readonly icon: GoalIconName;
  readonly fields: readonly GoalField[];
  /** Hits without any of these are not shown to its matcher. */
  readonly facts: readonly FactName[];
}
