/** Puts what was fetched behind the owner's own rates, which win [M91]. Pure, but for who looks it up. */
import type { RateTable } from '@goalpost/contract/reports/rates';
import type { CounterRecord } from '../../counter.ts';
import type { CounterStore } from '../../port.ts';
import type { RateSourceRecord, RateSourceStore } from './port.ts';

/** From the first day of its own on, a currency has own rates alone. */
export function withFetched(
  own: RateTable,
  source: Pick<RateSourceRecord, 'into' | 'rates'> | null,
): RateTable {
  if (source === null || source.rates.length === 0) return own;
  if (own.into !== '' && own.into !== source.into) return own;
  const first = new Map<string, string>();
  for (const { currency, day } of own.rates)
    if (day < (first.get(currency) ?? '9999')) first.set(currency, day);
  const behind = source.rates.filter(({ currency, day }) => day < (first.get(currency) ?? '9999'));
  return { into: source.into, rates: [...behind, ...own.rates] };
}

/** Counters as reports read them: with the rates by which they convert. */
export function createRatedCounters(
  counters: Pick<CounterStore, 'get'>,
  sources: Pick<RateSourceStore, 'get'>,
): Pick<CounterStore, 'get'> {
  return {
    async get(counterId): Promise<CounterRecord | null> {
      const counter = await counters.get(counterId);
      if (counter === null) return null;
      return { ...counter, rates: withFetched(counter.rates, await sources.get(counterId)) };
    },
  };
}
