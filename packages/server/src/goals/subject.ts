/** One hit as goals look at it; the forms of its address are worked out once. */
import { addressForms, type AddressForms } from './address.ts';
import { NO_VISIT, type GoalFact, type VisitSoFar } from './fact.ts';

export interface Subject {
  readonly kind: GoalFact['kind'];
  readonly fact: GoalFact;
  readonly visit: VisitSoFar;
  /** Of an event; else empty. */
  readonly identifier: string;
  /** Of a page view; else null. */
  address(): AddressForms | null;
}

const NO_ADDRESS = (): null => null;

export function subjectOf(fact: GoalFact, visit: VisitSoFar = NO_VISIT): Subject {
  const { kind } = fact;
  if (kind !== 'view') {
    return { kind, fact, visit, identifier: kind === 'event' ? fact.identifier : '', address: NO_ADDRESS };
  }
  let forms: AddressForms | undefined;
  return { kind, fact, visit, identifier: '', address: () => (forms ??= addressForms(fact.url)) };
}
