/** One hit as goals look at it: the forms of its address are worked out once, and only if a goal asks. */
import { addressForms, type AddressForms } from './address.ts';
import type { GoalFact } from './fact.ts';

export interface Subject {
  readonly kind: GoalFact['kind'];
  /** Of an event; else empty. */
  readonly identifier: string;
  /** Of a page view; else null. */
  address(): AddressForms | null;
}

export function subjectOf(fact: GoalFact): Subject {
  if (fact.kind !== 'view') {
    return { kind: fact.kind, identifier: fact.kind === 'event' ? fact.identifier : '', address: () => null };
  }
  let forms: AddressForms | undefined;
  return { kind: 'view', identifier: '', address: () => (forms ??= addressForms(fact.url)) };
}
