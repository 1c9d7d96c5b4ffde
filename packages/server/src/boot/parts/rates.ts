/** Rates of currencies: fetched from the addresses that owners named, and known to reports. */
import {
  createRatedCounters,
  createRateFetcher,
  rateSourceEndpoints,
  type CounterStore,
  type RateFetcher,
  type RateSourceStore,
} from '../../counters/index.ts';
import type { Endpoint } from '../../kit/endpoint.ts';
import { createSecrets, SecretsLocked } from '../../kit/secrets/secrets.ts';
import { createTimers, type Timers } from '../../kit/timers.ts';
import { reach, resolveWithDns } from '../../notify/index.ts';
import { knowingSums } from '../../query/index.ts';
import {
  createRateSourceStore,
  createRetentionStore,
  sealRateSourcesAgain,
} from '../../stores/records/index.ts';
import { CannotStart } from '../cannot-start.ts';
import type { Part } from '../part.ts';
import { counters } from './counters.ts';
import { records } from './records.ts';

export interface RatesPart {
  readonly endpoints: readonly Endpoint[];
  readonly sources: RateSourceStore;
  readonly fetcher: RateFetcher;
  /** Counters as reports read them. */
  readonly rated: Pick<CounterStore, 'get'>;
}

const TIMEOUT_MS = 15_000;
const LOCKED =
  'The addresses of rates cannot be opened: add the key that they were sealed with to GOALPOST_SECRETS_KEY, behind the new one.';

export const rates: Part<RatesPart> = {
  name: 'rates',
  async open({ config, clock, log, node, use }) {
    const { db } = use(records);
    const { counters: store } = use(counters);
    const secrets = createSecrets(config.secretsKeys);
    await sealRateSourcesAgain(db, secrets).catch((error: unknown) => {
      throw error instanceof SecretsLocked ? new CannotStart(LOCKED) : error;
    });
    const sources = createRateSourceStore(db, secrets);
    const network = { allowPrivate: config.webhooksPrivate, resolve: resolveWithDns };
    const fetcher = createRateFetcher({
      sources,
      counters: store,
      ask: (url, mostBytes, signal) =>
        reach(
          { method: 'GET', url, headers: { accept: 'application/json, text/xml' }, body: '', mostBytes },
          { ...network, timeoutMs: TIMEOUT_MS, signal },
        ),
      clock,
      log,
      node,
    });
    return {
      sources,
      fetcher,
      rated: knowingSums(
        createRatedCounters(store, sources),
        createRetentionStore(db, () => clock.now()),
      ),
      endpoints: rateSourceEndpoints({ ...network, counters: store, sources, fetcher, clock }),
    };
  },
};

const LOOK_MS = 30_000;

/** What an earlier run left is fetched, too. */
export const dueRates: Part<{ readonly timers: Timers; readonly ending: AbortController }> = {
  name: 'rates that are due',
  open({ log, use }) {
    const { fetcher } = use(rates);
    const timers = createTimers(log);
    const ending = new AbortController();
    timers.every(LOOK_MS, 'rates of currencies', () => fetcher.work(ending.signal));
    return { timers, ending };
  },
  close({ timers, ending }) {
    ending.abort();
    return timers.stop();
  },
};
