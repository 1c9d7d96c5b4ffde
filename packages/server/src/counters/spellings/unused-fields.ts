/** What the field's API knows of counters and is not changed, or not kept, here. Pure. */
import type { ApiErrorItem, Counter } from '@goalpost/contract/management';

/**
 * Clients send whole counters back: what was read, and settings of parts that are not there. None would change what
 * the counter does.
 */
export const COUNTER_TAKEN_UNUSED: readonly string[] = [
  'code',
  'code_status',
  'activity_status',
  'owner_login',
  'permission',
  'create_time',
  'update_time',
  'delete_time',
  'time_zone_offset',
  'source',
  'webvisor',
  'code_options',
  'publisher_options',
  'gdpr_agreement_accepted',
  'counter_flags',
  'informer',
  'max_goals',
  'monitoring',
  'offline_options',
  'partner_id',
  'features',
  'site2.domain',
  'mirrors2.*.domain',
].map((name) => `counter.${name}`);

const ELSEWHERE = {
  id: 'The number of a counter stays as it is.',
  type: 'All counters here are of the type "simple".',
  status: 'Counters are deleted by DELETE and restored by POST …/undelete.',
  goals: 'Goals are made by POST /management/v1/counter/{counterId}/goals.',
  grants: 'Grants are given by POST /management/v1/counter/{counterId}/grants.',
  filters: 'There are no filters of counters here.',
  operations: 'There are no operations of counters here.',
  labels: 'Counters have no labels here.',
  measurement_tokens: 'There are no measurement tokens here.',
} as const;
type Name = keyof typeof ELSEWHERE;

export type SentElsewhere = Partial<Readonly<Record<Name, unknown>>>;

/** What was sent to be changed and is not changed by this request; what says the same as what is kept is no fault. */
export function notChangedHere(sent: SentElsewhere, kept: Partial<Counter>): ApiErrorItem[] {
  return (Object.keys(ELSEWHERE) as Name[])
    .filter((name) => sent[name] !== undefined && sent[name] !== null)
    .filter((name) => !saysTheSame(sent[name], kept[name as keyof Counter] ?? []))
    .map((name) => ({
      error_type: 'invalid_parameter',
      message: `"counter.${name}" is not changed by this request. ${ELSEWHERE[name]}`,
      location: `counter.${name}`,
    }));
}

/** Clients leave out what they do not know, and add what is theirs. */
function saysTheSame(sent: unknown, kept: unknown): boolean {
  if (Array.isArray(sent) && Array.isArray(kept))
    return sent.length === kept.length && sent.every((item, index) => saysTheSame(item, kept[index]));
  if (isObject(sent) && isObject(kept))
    return Object.keys(sent).every((key) => !Object.hasOwn(kept, key) || saysTheSame(sent[key], kept[key]));
  return String(sent) === String(kept);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
