/** One hit as goals look at it; the forms of its address are worked out once. */
import { addressForms, type AddressForms } from './address.ts';
import { NO_VISIT, type GoalFact, type VisitSoFar } from './fact.ts';
import { readLink, type Link } from './links/link.ts';

export interface Subject {
  readonly kind: GoalFact['kind'];
  readonly fact: GoalFact;
  readonly visit: VisitSoFar;
  /** Of an event; else empty. */
  readonly identifier: string;
  /** Of a page view; else null. */
  address(): AddressForms | null;
  /** The page of a view, or where a link or a download leads; else null. */
  link(): Link | null;
}

const NONE = (): null => null;

export function subjectOf(fact: GoalFact, visit: VisitSoFar = NO_VISIT): Subject {
  const { kind } = fact;
  const identifier = kind === 'event' ? fact.identifier : '';
  const common = { kind, fact, visit, identifier };
  if (kind !== 'view' && kind !== 'link' && kind !== 'download')
    return { ...common, address: NONE, link: NONE };
  let link: Link | undefined;
  const readOnce = (): Link => (link ??= readLink(fact.url));
  if (kind !== 'view') return { ...common, address: NONE, link: readOnce };
  let forms: AddressForms | undefined;
  return { ...common, address: () => (forms ??= addressForms(fact.url)), link: readOnce };
}
