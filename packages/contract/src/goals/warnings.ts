/**
 * Conditions that probably never match, known by how their value looks [G27]. The API says them beside the goal, the
 * form while it is typed. A new warning is one entry here and its words on both sides.
 */
import type { OperatorName } from './descriptor.ts';
import {
  afterScheme,
  hasNoBeginning,
  hasUpperHost,
  hostOf,
  isForeign,
  isImpossible,
  isLocalHost,
  looksLikePattern,
  schemeOf,
  startsLate,
  type Looked,
} from './looks.ts';
import type { AnyTypeName, ConditionTypeName } from './types/index.ts';

interface Warning {
  readonly types: readonly ConditionTypeName[];
  readonly operators: readonly OperatorName[];
  /** It is about the path into the params, not about the value. */
  readonly isOfPath?: true;
  finds(looked: Looked): boolean;
}

const BOTH: readonly ConditionTypeName[] = ['action', 'url'];
const EVENT: readonly ConditionTypeName[] = ['action'];
const PAGE: readonly ConditionTypeName[] = ['url'];
const ALL: readonly OperatorName[] = ['exact', 'contain', 'start', 'regexp'];
const PLAIN: readonly OperatorName[] = ['exact', 'contain', 'start'];
const FROM_START: readonly OperatorName[] = ['exact', 'start'];
const EXACT: readonly OperatorName[] = ['exact'];
const PATTERN: readonly OperatorName[] = ['regexp'];

const FILES =
  /\.(?:pdf|docx?|xlsx?|pptx?|odt|rtf|csv|zip|rar|7z|t?gz|exe|msi|dmg|apk|jpe?g|png|gif|webp|svg|mp[34]|avi|mov)$/i;
/** Neither seen nor typed on purpose, marks of writing direction too: they come along when text is copied. */
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/;
/** The codes of `/ & = ? #`, which addresses keep. */
const DECODED_CODE = /%(?!2f|26|3d|3f|23)[0-9a-f]{2}/i;

/** Letters of two alphabets within one word: many look alike, such as the Latin and the Russian "c". */
const MIXED = /[a-z][\u0370-\u04ff]|[\u0370-\u04ff][a-z]/i;
/** Whose values are compared letter by letter, spaces at the ends included. */
const LITERAL: readonly ConditionTypeName[] = [...BOTH, 'params'];
const ELEMENTS: readonly ConditionTypeName[] = ['form', 'button'];
/** Tags cut what they say of an element there [W36, W37]. */
const LONGEST_WORD = 100;
const LONGEST_PATH = 500;
/** Addresses are cut there [W5]. */
const LONGEST_ADDRESS = 2_048;

const WARNINGS = {
  space_around: { types: LITERAL, operators: ALL, finds: ({ value }) => value !== value.trim() },
  invisible_character: {
    types: [...LITERAL, 'email'],
    operators: ALL,
    finds: ({ value }) => INVISIBLE.test(value.trim()),
  },
  mixed_letters: {
    types: BOTH,
    operators: ALL,
    finds: ({ value }) => MIXED.test(value.replace(/\\./gs, ' ').replace(/%[0-9a-f]{2}/gi, ' ')),
  },
  too_long: { types: BOTH, operators: PLAIN, finds: ({ value }) => value.length > LONGEST_ADDRESS },
  quoted: { types: BOTH, operators: PLAIN, finds: ({ value }) => /^["'«“„`].*["'»”“`]$/.test(value) },
  looks_like_pattern: {
    types: BOTH,
    operators: PLAIN,
    finds: ({ value }) => looksLikePattern(value),
  },
  regexp_impossible: { types: BOTH, operators: PATTERN, finds: ({ value }) => isImpossible(value) },
  event_is_address: {
    types: EVENT,
    operators: ['start', 'regexp'],
    finds: ({ value }) => /^\^?(?:(?:https?|goal):|\\?\/|www\\?\.)/i.test(value),
  },
  event_is_code: {
    types: EVENT,
    operators: ALL,
    finds: ({ value }) => /\breachGoal\b|\bym\s*\(/.test(value),
  },
  event_is_encoded: { types: EVENT, operators: ALL, finds: ({ value }) => /%[0-9a-f]{2}/i.test(value) },
  file_name: {
    types: PAGE,
    operators: PLAIN,
    finds: ({ value, host }) =>
      FILES.test(value.replace(/[?#].*$/s, '').trim()) && (host === null || /[/]/.test(afterScheme(value))),
  },
  no_page_scheme: {
    types: PAGE,
    operators: PLAIN,
    finds: ({ value, scheme }) =>
      (scheme !== '' && !/^https?:$/.test(scheme.slice(0, -2))) ||
      /^(?:mailto|tel|javascript|data):/i.test(value),
  },
  http_only: {
    types: PAGE,
    operators: ['contain', 'start'],
    finds: ({ scheme, host }) => scheme === 'http://' && host !== null && !isLocalHost(host),
  },
  no_host: { types: PAGE, operators: FROM_START, finds: hasNoBeginning },
  foreign_host: { types: PAGE, operators: PLAIN, finds: isForeign },
  default_port: { types: PAGE, operators: PLAIN, finds: ({ host }) => /:(?:80|443)$/.test(host ?? '') },
  exact_query: { types: PAGE, operators: EXACT, finds: ({ value }) => /\?[^#]/.test(value) },
  fragment: { types: PAGE, operators: PLAIN, finds: ({ value }) => /#./.test(value) },
  dot_segment: {
    types: PAGE,
    operators: PLAIN,
    finds: ({ value }) => /(?:^|\/)\.{1,2}\//.test(value.replace(/[?#].*$/s, '')),
  },
  backslash: { types: PAGE, operators: PLAIN, finds: ({ value }) => /\\(?![dws.])/.test(value) },
  regexp_encoded: { types: PAGE, operators: PATTERN, finds: ({ value }) => DECODED_CODE.test(value) },
  regexp_upper_host: { types: PAGE, operators: PATTERN, finds: ({ value }) => hasUpperHost(value) },
  regexp_starts_late: {
    types: PAGE,
    operators: PATTERN,
    finds: ({ value }) => startsLate(value),
  },
  regexp_question_mark: {
    types: PAGE,
    operators: PATTERN,
    finds: ({ value }) => /(?:^|[\w/])\?[\w-]+=/.test(value.replace(/\\./gs, ' ')),
  },
  regexp_trimmed_end: { types: PAGE, operators: PATTERN, finds: ({ value }) => /\\[?#&.]\$$/.test(value) },
  no_email: {
    types: ['email'],
    operators: EXACT,
    finds: ({ value }) => !/^[^@\s,;:*<>]+@[^@\s,;:*<>/]+$/.test(value.trim()),
  },
  no_file_name: {
    types: ['file'],
    operators: ['file'],
    finds: ({ value }) => /[*?#]|[/\\]$|^\.[a-z0-9]+$/i.test(value.trim()),
  },
  no_parameter_name: {
    types: ['search'],
    operators: ['search'],
    finds: ({ value }) => /[?&=#/\s]/.test(value),
  },
  element_selector: {
    types: ELEMENTS,
    operators: ['id', 'name'],
    finds: ({ value, operator }) =>
      /^[#.[]/.test(value.trim()) || (operator === 'id' && /\s/.test(value.trim())),
  },
  path_selector: {
    types: ELEMENTS,
    operators: ['path'],
    finds: ({ value }) => /^#[^>]*\s/.test(value.trim()),
  },
  element_too_long: {
    types: ELEMENTS,
    operators: ['id', 'name', 'text', 'path'],
    finds: ({ value, operator }) => value.length > (operator === 'path' ? LONGEST_PATH : LONGEST_WORD),
  },
  params_path: {
    types: ['params'],
    operators: ALL,
    isOfPath: true,
    finds: ({ path }) => /^[.$]|\.$|\.\.|\[|^__ym/.test(path.trim()),
  },
} as const satisfies Readonly<Record<string, Warning>>;

export type GoalWarningCode = keyof typeof WARNINGS;
export const GOAL_WARNINGS = Object.keys(WARNINGS) as readonly GoalWarningCode[];

export interface GoalWarning {
  readonly code: GoalWarningCode;
  /** A path from the goal, e.g. `conditions.0.url`. */
  readonly location: string;
}

type Conditions = readonly {
  readonly type: OperatorName;
  readonly url: string;
  readonly path?: string | undefined;
}[];

/** The fields of a goal that warnings look at. */
export interface WarnedGoal {
  readonly type: AnyTypeName;
  readonly conditions: Conditions;
  readonly steps?: readonly Part[] | undefined;
  readonly any?: readonly Part[] | undefined;
  readonly all?: readonly Part[] | undefined;
}

interface Part {
  readonly type: AnyTypeName;
  readonly conditions: Conditions;
}

/** @param sites hosts of the counter; where there are none, any host is as good */
export function goalWarnings(goal: WarnedGoal, sites: readonly string[]): GoalWarning[] {
  return [
    ...warningsOf(goal.type, goal.conditions, { path: '', sites }),
    ...(['steps', 'any', 'all'] as const).flatMap((list) =>
      (goal[list] ?? []).flatMap(({ type, conditions }, index) =>
        warningsOf(type, conditions, { path: `${list}.${index}.`, sites }),
      ),
    ),
  ];
}

interface Around {
  readonly path: string;
  readonly sites: readonly string[];
}

function warningsOf(type: AnyTypeName, conditions: Conditions, { path, sites }: Around): GoalWarning[] {
  return conditions.flatMap((condition, index) =>
    conditionWarnings(type, condition, sites).map((code) => ({
      code,
      location: `${path}conditions.${index}.${isOfPath(code) ? 'path' : 'url'}`,
    })),
  );
}

const isOfPath = (code: GoalWarningCode): boolean => (WARNINGS[code] as Warning).isOfPath === true;

export function conditionWarnings(
  type: AnyTypeName,
  { type: operator, url: value, path = '' }: Conditions[number],
  sites: readonly string[],
): GoalWarningCode[] {
  if (value.trim() === '') return [];
  const looked = { operator, value, path, sites, scheme: schemeOf(value), host: hostOf(value, operator) };
  return GOAL_WARNINGS.filter((code) => {
    const warning: Warning = WARNINGS[code];
    return (
      warning.types.some((one) => one === type) &&
      warning.operators.includes(operator) &&
      warning.finds(looked)
    );
  });
}
