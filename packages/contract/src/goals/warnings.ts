/**
 * Conditions that probably never match, known by how their value looks [G27]. The API says them beside the goal, the
 * form while it is typed. A new warning is one entry here and its words on both sides.
 */
import type { OperatorName } from './descriptor.ts';
import type { AnyTypeName, ConditionTypeName } from './types/index.ts';

interface Looked {
  readonly operator: OperatorName;
  readonly value: string;
  /** What follows a scheme up to the path; null: the value names no host. */
  readonly host: string | null;
  /** In lower case, with its colon and slashes; empty: none. */
  readonly scheme: string;
  /** Hosts of the counter: its address and the further ones. */
  readonly sites: readonly string[];
}

interface Warning {
  readonly types: readonly ConditionTypeName[];
  readonly operators: readonly OperatorName[];
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
/** Neither seen nor typed on purpose: they come along when text is copied. */
// oxlint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u001f\u007f\u00a0\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]/;
/** The codes of `/ & = ? #`, which addresses keep. */
const DECODED_CODE = /%(?!2f|26|3d|3f|23)[0-9a-f]{2}/i;

/** Letters of two alphabets within one word: many look alike, such as the Latin and the Russian "c". */
const MIXED = /[a-z][\u0370-\u04ff]|[\u0370-\u04ff][a-z]/i;
/** Addresses are cut there [W5]. */
const LONGEST_ADDRESS = 2_048;

const WARNINGS = {
  space_around: { types: BOTH, operators: ALL, finds: ({ value }) => value !== value.trim() },
  invisible_character: { types: BOTH, operators: ALL, finds: ({ value }) => INVISIBLE.test(value.trim()) },
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
} as const satisfies Readonly<Record<string, Warning>>;

export type GoalWarningCode = keyof typeof WARNINGS;
export const GOAL_WARNINGS = Object.keys(WARNINGS) as readonly GoalWarningCode[];

export interface GoalWarning {
  readonly code: GoalWarningCode;
  /** A path from the goal, e.g. `conditions.0.url`. */
  readonly location: string;
}

type Conditions = readonly { readonly type: OperatorName; readonly url: string }[];

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
      location: `${path}conditions.${index}.url`,
    })),
  );
}

export function conditionWarnings(
  type: AnyTypeName,
  { type: operator, url: value }: Conditions[number],
  sites: readonly string[],
): GoalWarningCode[] {
  if (value.trim() === '') return [];
  const looked = { operator, value, sites, scheme: schemeOf(value), host: hostOf(value, operator) };
  return GOAL_WARNINGS.filter((code) => {
    const warning: Warning = WARNINGS[code];
    return (
      warning.types.some((one) => one === type) &&
      warning.operators.includes(operator) &&
      warning.finds(looked)
    );
  });
}

const SCHEME = /^[a-z][a-z0-9+.-]*:\/\//i;
const schemeOf = (value: string): string => SCHEME.exec(value.trim())?.[0].toLowerCase() ?? '';
const afterScheme = (value: string): string => value.trim().replace(SCHEME, '').replace(/^\/\//, '');

function hostOf(value: string, operator: OperatorName): string | null {
  const text = value.trim();
  const isNamed = SCHEME.test(text) || text.startsWith('//');
  if (!isNamed && (operator === 'contain' || text.startsWith('/'))) return null;
  const host = /^[^/?#]*/.exec(afterScheme(text))?.[0].toLowerCase() ?? '';
  return isNamed || /[.:]/.test(host) || host === 'localhost' ? host : null;
}

const isLocalHost = (host: string): boolean => /^(?:localhost|[\d.]+|\[.*\]|[^.]+)(?::\d+)?$/.test(host);

/** Begins like no address: with neither a scheme, nor a host, nor the `/` of a path. */
function hasNoBeginning({ value, host, operator, sites }: Looked): boolean {
  const text = value.trim().toLowerCase();
  if (operator === 'start' && sites.some((site) => bare(site).startsWith(text))) return false;
  return (host === null && !/^[/?#]/.test(text)) || host === '' || /^[?#]/.test(text);
}

const bare = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^www\./, '')
    .replace(/[:/].*$/, '');

/** The same name in letters and in punycode cannot be told apart here: such a host is not warned of. */
const isWritten = (host: string): boolean => /^[\u0020-\u007e]*$/.test(host) && !host.includes('xn--');

function isForeign({ value, host, operator, sites }: Looked): boolean {
  if (host === null || host === '' || sites.length === 0) return false;
  const name = bare(host);
  if (!isWritten(name)) return false;
  const isWhole = operator === 'exact' || /[/?#]/.test(afterScheme(value));
  return !sites.some((site) => {
    const own = bare(site);
    return name === own || name.endsWith(`.${own}`) || (!isWhole && own.startsWith(name));
  });
}

/** What expressions have and addresses and identifiers do not; a query may hold nearly anything. */
function looksLikePattern(value: string): boolean {
  return (
    /\*|^\^|\$$|\\[dws.]|\.\+|\(\?[:=!<]|\)[+?]|\[(?:\^|\w-\w)|\{\d+(?:,\d*)?\}/.test(value) ||
    /^[^?=]*\||\|[/^]/.test(value)
  );
}

/** Something is asked for behind the end, or before the beginning, of the text. */
function isImpossible(pattern: string): boolean {
  if (/\(\?[imsU]*m/.test(pattern)) return false;
  const plain = pattern
    .replace(/\\./gs, 'e')
    .replace(/\[\^?\]?[^\]]*\]/g, 'c')
    .replace(/\(\?(?:P?<\w+>|[imsU-]*:?)/g, '(');
  return /[^(|^?*}]\^/.test(plain) || /\$[^)|$?*{]/.test(plain);
}

/** Behind `^` stands something that no page's address begins with. */
function startsLate(pattern: string): boolean {
  if (/^\^(?:\\?\/|www\\?\.|[a-z0-9-]+\\?\.[a-z])/i.test(pattern)) return true;
  return !pattern.includes('|') && /^\^[^h\\([.^$*+?{](?![?*{])/i.test(pattern);
}

function hasUpperHost(pattern: string): boolean {
  if (/\(\?[msU]*i/.test(pattern)) return false;
  const host = /:\\?\/\\?\/((?:[^/\\]|\\[^/])*)/.exec(pattern)?.[1] ?? '';
  return /[A-Z]/.test(host.replace(/\\./g, '').replace(/\[[^\]]*\]/g, ''));
}
