/** What a goal may look at: one hit, decoded, and the visit as it stands with that hit. */
import type { FactName } from '@goalpost/contract/goals';

/** What a hit of any kind may carry; absent or empty: nothing. */
interface Carried {
  /** JSON of the visit's params. */
  readonly params?: string;
  /** JSON of what was done with products. */
  readonly commerce?: string;
  /** In the counter's currency; absent: it brings none, or goals do not ask. */
  readonly price?: number;
  /** Kind of the visitor's device; empty or absent: not known. */
  readonly device?: string;
}

export type GoalFact = Carried &
  (
    | { readonly kind: 'event'; readonly identifier: string }
    | { readonly kind: 'view'; readonly url: string; readonly referrer?: string }
    /** `url`: where the link leads, or what says what was done; `page`: where. */
    | {
        readonly kind: 'link' | 'download' | 'form' | 'button' | 'contact' | 'engagement';
        readonly url: string;
        readonly page: string;
      }
    | { readonly kind: 'params' | 'other' }
  );

/** Whether a hit is, or carries, something that goals of these facts look at. */
export function concerns(facts: readonly FactName[], { kind, params, commerce }: GoalFact): boolean {
  return (
    facts.includes(kind) ||
    (Boolean(params) && facts.includes('params')) ||
    (Boolean(commerce) && facts.includes('commerce'))
  );
}

/** The visit with the hit taken into account; times are Unix seconds. */
export interface VisitSoFar {
  /** Hits and page views by now, the hit among them if it is one. */
  readonly hits: number;
  readonly views: number;
  readonly startedAt: number;
  /** Of its latest hit: the visit has lasted until then. */
  readonly endedAt: number;
  /** Seconds in which its pages were visible and used, as engagement says [V42]. */
  readonly activeSeconds: number;
  /** Where its first page view came from; said of visits without one, too. */
  readonly source?: { readonly trafficSource: string };
  /** Orders of the visitor that were counted before this hit, by `orderKey`; absent: none. */
  readonly countedOrders?: ReadonlySet<number>;
}

/** A visit of which nothing is known. */
export const NO_VISIT: VisitSoFar = Object.freeze({
  hits: 0,
  views: 0,
  startedAt: 0,
  endedAt: 0,
  activeSeconds: 0,
});
