/** Which addresses are refused by a server that may reach no private network [M91]. */
import { expect, it } from 'vitest';
import { isProblem, problemBody } from '../../../kit/problem.ts';
import { testCounter } from '../../test-counter.ts';
import { rateSourceEndpoints } from './endpoints.ts';
import type { RateSourceStore } from './port.ts';

const never = (): never => {
  throw new Error('nothing is to be stored or asked');
};

const put = async (url: string) => {
  const endpoints = rateSourceEndpoints({
    counters: { get: async (id) => testCounter({ id }) },
    sources: { put: never } as unknown as RateSourceStore,
    fetcher: { now: never },
    allowPrivate: false,
    resolve: async (host) => [
      { address: host === 'rebound.example' ? '10.0.0.1' : '93.184.215.14', family: 4 },
    ],
    clock: { now: () => 0 },
  });
  const endpoint = endpoints.find(({ method }) => method === 'PUT');
  const body = { source: { url, into: 'RUB', currencies: ['EUR'] } };
  const input = { params: { counterId: 1 }, query: undefined, body } as never;
  const context = { caller: null, authorise: async () => null, signal: new AbortController().signal };
  const answer: unknown = await endpoint?.handle(input, context);
  return isProblem(answer) ? problemBody(answer) : null;
};

it.each([
  ['http://rates.example/', 'https'],
  ['https://127.0.0.1/', 'private network'],
  ['https://[::ffff:10.0.0.1]/', 'private network'],
  ['https://0x7f.1/', 'private network'],
  ['https://2130706433/', 'private network'],
  ['https://rates.internal/', 'private network'],
  ['https://localhost/', 'private network'],
  ['https://rebound.example/', 'private network'],
])('[M91] %s', async (address, why) => {
  const refusal = await put(address);
  expect(refusal).toMatchObject({ code: 400, errors: [{ location: 'source.url' }] });
  expect(refusal?.message).toContain(why);
});
