/** Puts what was fetched behind the owner's own rates, which win [M91]. Pure, but for who looks it up. */
import type { RateTable } from '@goalpost/contract/reports/rates';
import { LRUCache } from 'lru-cache';
import type { CounterRecord } from '../../counter.ts';
import type { CounterStore } from '../../port.ts';
import type { RateSourceRecord, RateSourceStore } from './port.ts';

type Fetched = Pick<RateSourceRecord, 'into' | 'rates'>;

/** From the first day of its own on, a currency has own rates alone. */
export function withFetched(own: RateTable, source: Fetched | null): RateTable {
  if (source === null || source.rates.length === 0) return own;
  if (own.into !== '' && own.into !== source.into) return own;
  const first = new Map<string, string>();
  for (const { currency, day } of own.rates)
    if (day < (first.get(currency) ?? '9999')) first.set(currency, day);
  const behind = source.rates.filter(({ currency, day }) => day < (first.get(currency) ?? '9999'));
  return { into: source.into, rates: [...behind, ...own.rates] };
}

/** Rates of all counters that are kept read: a year of ten currencies for each of fifty. */
const MOST_KEPT = 200_000;

/**
 * Counters as reports read them: with the rates by which they convert. Years of rates take longer to read than a
 * report, so that they are read again only where the store says that they have changed.
 */
export function createRatedCounters(
  counters: Pick<CounterStore, 'get'>,
  sources: Pick<RateSourceStore, 'get' | 'mark'>,
  mostKept = MOST_KEPT,
): Pick<CounterStore, 'get'> {
  const kept = new LRUCache<number, { readonly mark: string; readonly fetched: Fetched }>({
    maxSize: mostKept,
    // A source whose rates are still to come takes a place, too.
    sizeCalculation: ({ fetched }) => Math.max(1, fetched.rates.length),
  });

  async function fetchedFor(counterId: number): Promise<Fetched | null> {
    const mark = await sources.mark(counterId);
    const known = kept.get(counterId);
    if (mark !== null && known?.mark === mark) return known.fetched;
    kept.delete(counterId);
    const source = mark === null ? null : await sources.get(counterId);
    if (mark === null || source === null) return null;
    const fetched = { into: source.into, rates: source.rates };
    // A mark from before the reading is at most too old, and then the next question reads once more.
    kept.set(counterId, { mark, fetched });
    return fetched;
  }

  return {
    async get(counterId): Promise<CounterRecord | null> {
      const counter = await counters.get(counterId);
      if (counter === null) return null;
      return { ...counter, rates: withFetched(counter.rates, await fetchedFor(counterId)) };
    },
  };
}
