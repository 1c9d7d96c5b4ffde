/** What the audit log says of a request that changed something: its kind, its target, its fields. Pure. */
import type { AuditSubject, AuditVerb } from '@goalpost/contract/management';

export interface Change {
  readonly method: string;
  /** As the endpoint declares it, e.g. `/management/v1/counter/:counterId/goals`. */
  readonly url: string;
  readonly params: unknown;
  readonly body: unknown;
  readonly answer: unknown;
}

export interface Described {
  readonly subject: AuditSubject;
  readonly verb: AuditVerb;
  readonly counterId: number | null;
  readonly target: string;
  readonly details: string;
}

/** The first that fits decides. */
const SUBJECTS: readonly (readonly [pattern: RegExp, subject: AuditSubject])[] = [
  [/\/backfill$/, 'backfill'],
  [/\/goals?(?:\/|$)/, 'goal'],
  [/\/apisegment\//, 'segment'],
  [/\/vendors\/:vendor\/webhook/, 'webhook'],
  [/\/vendors?(?:\/|-events)/, 'counter'],
  [/\/shares(?:\/|$)/, 'share'],
  [/\/alerts(?:\/|$)/, 'alert'],
  [/\/annotations(?:\/|$)/, 'annotation'],
  [/\/rates(?:\/source)?$/, 'counter'],
  [/\/expense\//, 'costs'],
  [/\/offline_conversions\//, 'uploads'],
  [/\/own-visits\//, 'counter'],
  [/\/schedules(?:\/|$)/, 'schedule'],
  [/\/channels(?:\/|$)/, 'channel'],
  [/\/boards(?:\/|$)/, 'board'],
  [/\/paths(?:\/|$)/, 'path'],
  [/\/grants?$/, 'grant'],
  [/\/chat\/rules/, 'invitation_rule'],
  [/\/chat\/(?:webhooks|deliveries)/, 'webhook'],
  [/\/chat\/canned/, 'canned_replies'],
  [/\/chat\//, 'chat_settings'],
  [/\/(?:retention(?:\/runs)?|purge)$/, 'retention'],
  [/\/people\/erasures$/, 'erasure'],
  [/\/invitations(?:\/|$)|\/join$/, 'invitation'],
  [/\/password/, 'password'],
  [/\/email$/, 'email'],
  [/\/tokens/, 'token'],
  [/\/passkeys(?:\/|$)/, 'passkey'],
  [/\/sessions(?:\/|$)/, 'sign_in'],
  [/\/(?:me|setup)$/, 'account'],
  [/^\/management\/v1\/counters?(?:\/:counterId)?(?:\/undelete)?$/, 'counter'],
];

const VERBS: Readonly<Record<string, AuditVerb>> = { POST: 'made', PUT: 'changed', DELETE: 'deleted' };

/** Fields whose values are said; of all others only that they were sent. Nothing here is a secret. */
const SAID: readonly string[] = [
  'name',
  'user_login',
  'user_logins',
  'email',
  'perm',
  'scope',
  'type',
  'site',
  'currency',
  'time_zone_name',
  'visit_threshold',
  'autogoals_enabled',
  'only_mirrors',
  'filter_robots',
  'enabled',
  'days',
  'kind',
  'on',
  'report',
  'period',
  'language',
];

const MAX_VALUE = 100;
const MAX_DETAILS = 600;
const MAX_TARGET = 100;

export function subjectOf(url: string): AuditSubject {
  return SUBJECTS.find(([pattern]) => pattern.test(url))?.[1] ?? 'other';
}

export function describe({ method, url, params, body, answer }: Change): Described {
  const { counterId, ...others } = (params ?? {}) as Record<string, unknown>;
  const own = Object.values(others).map(String).join(' ');
  return {
    subject: subjectOf(url),
    verb: verbOf(method, url),
    counterId: counterOf(counterId, url, answer),
    target: (own === '' ? idOf(answer) : own).slice(0, MAX_TARGET),
    details: detailsOf(body).slice(0, MAX_DETAILS),
  };
}

function verbOf(method: string, url: string): AuditVerb {
  if (url.endsWith('/undelete')) return 'restored';
  if (url.endsWith('/join') || url.endsWith('/v1/email')) return 'accepted';
  if (url.endsWith('/password')) return 'changed';
  return VERBS[method] ?? 'changed';
}

function counterOf(given: unknown, url: string, answer: unknown): number | null {
  if (given !== undefined) return Number(given);
  const { counter, counter_id: named } = (answer ?? {}) as { counter?: { id?: number }; counter_id?: number };
  return (url.endsWith('/counters') ? counter?.id : named) ?? null;
}

/** Of what was just made. */
function idOf(answer: unknown): string {
  for (const value of Object.values((answer ?? {}) as object) as unknown[]) {
    const { id } = (typeof value === 'object' && value !== null ? value : {}) as { id?: unknown };
    if (typeof id === 'number' || typeof id === 'string') return String(id);
  }
  return '';
}

function detailsOf(body: unknown): string {
  if (typeof body !== 'object' || body === null) return '';
  const [only, ...more] = Object.values(body) as unknown[];
  const isWrapped = more.length === 0 && typeof only === 'object' && only !== null && !Array.isArray(only);
  return Object.entries(isWrapped ? only : body)
    .map(([key, value]) => (SAID.includes(key) ? `${key}: ${shown(value)}` : key))
    .join(', ');
}

function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // A value cannot add lines of its own to the log.
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f]+/g, ' ').slice(0, MAX_VALUE);
}
