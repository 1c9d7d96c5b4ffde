/** Where the sources of rates are kept. Contract suite: `stores/records/counters/rate-source-store.contract.ts`. */
import type { Rate } from '@goalpost/contract/reports/rates';
import type { RateFault } from '@goalpost/contract/notices/rate-source';
import type { Claims } from '../../../kit/outbox/port.ts';

export interface RateSourceRecord {
  readonly counterId: number;
  /** It may hold a key of the service. */
  readonly url: string;
  /** The currency that `rates` are in. */
  readonly into: string;
  readonly currencies: readonly string[];
  /** All that was ever fetched, oldest first. */
  readonly rates: readonly Rate[];
  /** Raised by each change of what is asked for. */
  readonly revision: number;
  /** Milliseconds since the epoch. */
  readonly nextAt: number;
  /** Fetches that failed since the last one that did not. */
  readonly failures: number;
  readonly fetchedAt: number | null;
  readonly fault: RateFault | null;
}

/** What came of a fetch. */
export type RateFetch = Pick<RateSourceRecord, 'rates' | 'nextAt' | 'failures' | 'fetchedAt' | 'fault'>;

export interface RateSourceStore extends Claims<RateSourceRecord, number> {
  get(counterId: number): Promise<RateSourceRecord | null>;
  /** A text that is another one after each change of what `get` answers; null: there is none. Costs no reading of rates. */
  mark(counterId: number): Promise<string | null>;
  /** Makes it or takes its place, in one step with a look at what is there. */
  put(
    counterId: number,
    changed: (before: RateSourceRecord | null) => Omit<RateSourceRecord, 'counterId' | 'revision'>,
  ): Promise<RateSourceRecord>;
  /** @returns whether there was one */
  remove(counterId: number): Promise<boolean>;
  /** Kept where the source still asks for the same. */
  fetched(source: Pick<RateSourceRecord, 'counterId' | 'revision'>, fetch: RateFetch): Promise<void>;
}
