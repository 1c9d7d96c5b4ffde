/** The source of a counter's rates over HTTP, for those who may edit the counter [M91]. */
import { RateSourceAnswer, RateSourceInput, type RateSource } from '@goalpost/contract/notices/rate-source';
import { z } from 'zod';
import type { Clock } from '../../../kit/clock.ts';
import { defineEndpoint, type Endpoint } from '../../../kit/endpoint.ts';
import { createRateLimit } from '../../../kit/limits/rate-limit.ts';
import { problem, problems, type Problem } from '../../../kit/problem.ts';
import { CounterParams } from '../../../kit/schemas/counter-params.ts';
import { leadsToPrivate, type Resolve } from '../../../notify/index.ts';
import type { CounterStore } from '../../port.ts';
import type { RateFetcher } from './fetcher.ts';
import type { RateSourceRecord, RateSourceStore } from './port.ts';
import { sourceFaults } from './source-faults.ts';

export interface RateSourceDeps {
  readonly counters: Pick<CounterStore, 'get'>;
  readonly sources: RateSourceStore;
  readonly fetcher: Pick<RateFetcher, 'now'>;
  readonly allowPrivate: boolean;
  readonly resolve: Resolve;
  readonly clock: Clock;
}

const URL_OF = '/api/v1/counters/:counterId/rates/source';
/** Each asks an address that any owner can enter. */
const [MOST, WINDOW_MS] = [10, 60_000];

const gone = (counterId: number) => problem('not_found', `There is no counter ${counterId}.`, 'counterId');

export function rateSourceEndpoints(deps: RateSourceDeps): Endpoint[] {
  const { counters, sources, fetcher, clock } = deps;
  const isAllowed = createRateLimit(WINDOW_MS);
  const tooMany = (counterId: number): Problem | null =>
    isAllowed(`counter ${counterId}`, MOST, clock.now())
      ? null
      : problem('quota_requests_by_uid', 'Rates were fetched too often. Wait a minute.');
  const common = { tag: 'counters', auth: { counter: 'edit' }, params: CounterParams } as const;

  return [
    defineEndpoint({
      ...common,
      method: 'GET',
      url: URL_OF,
      summary: 'Where rates are fetched from once a day, and how that goes',
      response: RateSourceAnswer,
      handle: async ({ params: { counterId } }) => ({ source: shown(await sources.get(counterId)) }),
    }),
    defineEndpoint({
      ...common,
      method: 'PUT',
      url: URL_OF,
      summary: 'Fetch rates from an address once a day, and now; the answer says what came of it',
      body: z.object({ source: RateSourceInput }),
      response: RateSourceAnswer,
      async handle({ params: { counterId }, body: { source } }, { signal }) {
        const counter = await counters.get(counterId);
        if (counter === null) return gone(counterId);
        const faults = sourceFaults(source, counter.rates);
        if (faults !== null) return problems(faults);
        const refusal = (await refuseAddress(source.url, deps)) ?? tooMany(counterId);
        if (refusal !== null) return refusal;
        await sources.put(counterId, (before) => sourceOf(source, before, clock.now()));
        return { source: shown(await fetcher.now(counterId, signal)) };
      },
    }),
    defineEndpoint({
      ...common,
      method: 'POST',
      url: URL_OF,
      summary: 'Fetch rates now',
      response: RateSourceAnswer,
      async handle({ params: { counterId } }, { signal }) {
        const refusal = tooMany(counterId);
        if (refusal !== null) return refusal;
        const source = await fetcher.now(counterId, signal);
        return source === null ? noSource() : { source: shown(source) };
      },
    }),
    defineEndpoint({
      ...common,
      method: 'DELETE',
      url: URL_OF,
      summary: 'Fetch rates no more, and convert by fetched ones no more',
      response: RateSourceAnswer,
      handle: async ({ params: { counterId } }) =>
        (await sources.remove(counterId)) ? { source: null } : noSource(),
    }),
  ];
}

const noSource = () => problem('not_found', 'Rates of this counter are fetched from nowhere.', 'counterId');

async function refuseAddress(
  url: string,
  { allowPrivate, resolve }: Pick<RateSourceDeps, 'allowPrivate' | 'resolve'>,
): Promise<Problem | null> {
  if (allowPrivate) return null;
  const { protocol, hostname } = new URL(url);
  const wrong = (why: string) => problem('invalid_parameter', why, 'source.url');
  if (protocol !== 'https:') return wrong('An address that begins with https:// is needed.');
  return (await leadsToPrivate(hostname, resolve))
    ? wrong('The address leads into a private network, where rates may not be fetched.')
    : null;
}

/** Rates in another currency are of no use any more; all others stay. */
function sourceOf(
  { url, into, currencies }: RateSourceInput,
  before: RateSourceRecord | null,
  now: number,
): Omit<RateSourceRecord, 'counterId' | 'revision'> {
  const kept = before?.into === into ? before : null;
  return {
    url,
    into,
    currencies,
    rates: kept?.rates ?? [],
    nextAt: now,
    failures: 0,
    fetchedAt: kept?.fetchedAt ?? null,
    fault: null,
  };
}

function shown(source: RateSourceRecord | null): RateSource | null {
  if (source === null) return null;
  const { url, into, currencies, rates, fetchedAt, nextAt, fault } = source;
  return {
    url,
    into,
    currencies: [...currencies],
    fetched_at: fetchedAt,
    next_at: nextAt,
    fault,
    latest: currencies.flatMap((currency) => rates.findLast((rate) => rate.currency === currency) ?? []),
  };
}
