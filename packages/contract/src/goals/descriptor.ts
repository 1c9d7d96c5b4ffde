/** Descriptors of goal types: the API's validation, the admin's form, texts and icons come from them. */

/** How a condition compares a text: its whole value, a part, its beginning, or an RE2 pattern. */
export const TEXT_OPERATORS = ['exact', 'contain', 'start', 'regexp'] as const;
/** What of a form or a button is compared: its own attributes, its place in the page, the page's address. */
export const ELEMENT_OPERATORS = ['id', 'name', 'text', 'path', 'page'] as const;
/** The kinds of contact data: all that ever leaves the page of a field of them [G48]. */
export const CONTACT_KINDS = ['email', 'phone', 'name', 'address'] as const;

/** Of a step that is a page view: an event is as good, compared as the name says. */
export const EVENT_OPERATORS = ['action', 'contain_action', 'regexp_action'] as const;
export type EventOperator = (typeof EVENT_OPERATORS)[number];
/** How each compares the identifier. */
export const AS_EVENT: Readonly<Record<EventOperator, 'exact' | 'contain' | 'regexp'>> = {
  action: 'exact',
  contain_action: 'contain',
  regexp_action: 'regexp',
};
export function isEventOperator(operator: string): operator is EventOperator {
  return Object.hasOwn(AS_EVENT, operator);
}
/** Conditions that have no value. */
export const VALUELESS_OPERATORS = ['all_social', 'all_files'] as const;
/** The `type` of a condition in the API: beside texts, what is named by an id or by a name of its own kind. */
export const OPERATORS = [
  ...TEXT_OPERATORS,
  'messenger',
  'social',
  'file',
  'search',
  ...ELEMENT_OPERATORS,
  'contact',
  'device',
  'source',
  ...EVENT_OPERATORS,
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
  'contact',
  'engagement',
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
  /** A condition also names where its value stands in the params: levels joined by a point. */
  readonly hasPath?: true;
  /** Values are of this closed list. */
  readonly values?: readonly string[];
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
  /** Operators that conditions of a step of this type have beside those of its own. */
  readonly moreOperators: Readonly<Record<string, readonly OperatorName[]>>;
  readonly min: number;
  readonly max: number;
}

/** Goals of other types, one list of them: under `name` any one of them, under `all` all of them within a visit. */
export interface PartsField {
  readonly kind: 'parts';
  readonly name: 'any';
  readonly all: 'all';
  readonly types: readonly string[];
  /** Those that only `all` can have: they are so all the time, and would be met by every hit. */
  readonly onlyAll: readonly string[];
  readonly min: number;
  readonly max: number;
}

/** A whole number. */
export interface WholeField {
  readonly kind: 'whole';
  /** As the API names it. */
  readonly name: string;
  /** Names its texts, where types that share the field mean different things; else `name` does. */
  readonly words?: string;
  readonly min: number;
  readonly max: number;
  /** It may be left out, unless the field that it bounds is left out, too. */
  readonly optional?: true;
  /** The field of the upper end, where this is the lower end of a range. */
  readonly upTo?: string;
}

/** Yes or no; in the API 1 or 0. */
export interface FlagField {
  readonly kind: 'flag';
  /** As the API names it. */
  readonly name: string;
}

export type GoalField = ConditionsField | StepsField | PartsField | WholeField | FlagField;

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
  | 'clock'
  | 'form'
  | 'button'
  | 'contact'
  | 'contact-sent'
  | 'scroll'
  | 'activity'
  | 'cart'
  | 'purchase'
  | 'checkout'
  | 'order'
  | 'params'
  | 'multi';

/** Under which heading the form offers a type, in the order of the form. */
export const GOAL_GROUPS = ['events', 'clicks', 'forms', 'shop', 'visit', 'uploads'] as const;
export type GoalGroup = (typeof GOAL_GROUPS)[number];

export interface GoalTypeDescriptor {
  /** The `type` of the API. */
  readonly id: string;
  readonly icon: GoalIconName;
  readonly group: GoalGroup;
  readonly fields: readonly GoalField[];
  /** Hits without any of these are not shown to its matcher. */
  readonly facts: readonly FactName[];
}

/** A condition of a goal of several that is no goal by itself. */
export interface PartDescriptor extends Pick<GoalTypeDescriptor, 'id' | 'fields' | 'facts'> {
  /** It says how things are rather than what happens: it must hold at the hit that reaches the goal. */
  readonly isState?: true;
}
