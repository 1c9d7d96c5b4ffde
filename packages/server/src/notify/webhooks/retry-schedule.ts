/** When a delivery is tried again: eight tries over a day, and then no more. */
import { type OutboxPolicy, restAfter } from '../../kit/outbox/policy.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waiting time after the first failure, the second, … */
export const RETRY_AFTER = [
  10 * SECOND,
  MINUTE,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  6 * HOUR,
  15 * HOUR,
] as const;

export const DELIVERY_POLICY: OutboxPolicy = {
  claimMs: MINUTE,
  pausesMs: RETRY_AFTER,
  tries: RETRY_AFTER.length + 1,
};

export type Verdict =
  | { readonly status: 'delivered' }
  | { readonly status: 'failed' }
  | { readonly status: 'waiting'; readonly afterMs: number };

const GONE = 410;

/**
 * What an answer says of the attempt. `refused`: another would be answered alike.
 * @param status null: there was no answer
 */
export function outcomeOf(status: number | null): 'sent' | 'refused' | 'later' {
  if (status !== null && status >= 200 && status < 300) return 'sent';
  return status === GONE ? 'refused' : 'later';
}

/**
 * @param status of the answer; null: there was none
 * @param attempts made, this one too
 */
export function verdictOf(status: number | null, attempts: number): Verdict {
  const outcome = outcomeOf(status);
  if (outcome === 'sent') return { status: 'delivered' };
  const afterMs = outcome === 'later' ? restAfter(DELIVERY_POLICY, attempts) : null;
  return afterMs === null ? { status: 'failed' } : { status: 'waiting', afterMs };
}
