/** Endpoints of shared links over analytics in a test; the links are in memory. For tests. */
import type { Share } from '@goalpost/contract/management';
import { isProblem, problemBody } from '../kit/problem.ts';
import { counter, NOW, testContext, type TestStat } from '../query/test-stat.ts';
import { shareEndpoints } from './endpoints.ts';
import type { ShareRecord } from './port.ts';

export const SHARES = '/api/v1/counters/:counterId/shares';

/** @returns what calls one of them; a body that does not read is answered `not taken` */
export function openTestShares(stat: TestStat) {
  const kept: { readonly share: ShareRecord; readonly hash: string }[] = [];
  const endpoints = shareEndpoints({
    olap: stat.olap,
    counters: { get: async (id) => counter({ id }) },
    goals: { list: async () => stat.goals },
    segments: { find: async () => [] },
    shares: {
      list: async () => [],
      byHash: async (hash) => kept.find((one) => one.hash === hash)?.share ?? null,
      add: async (share, hash) => kept.push({ share, hash }) > 0,
      remove: async () => false,
    },
    secret: 'secret',
    clock: { now: () => NOW },
    linkTo: (path) => `https://stats.example${path}`,
  });
  return async (method: string, url: string, body: unknown): Promise<unknown> => {
    const endpoint = endpoints.find((one) => one.method === method && one.url === url);
    if (endpoint === undefined) throw new Error(`no ${method} ${url}`);
    const read = endpoint.body?.safeParse(body);
    if (read?.success === false) return 'not taken';
    return endpoint.handle({ params: { counterId: 1 }, body: read?.data } as never, testContext());
  };
}

/** The link that was made, with its token. */
export function madeOf(answer: unknown): { readonly token: string; readonly share: Share } {
  if (isProblem(answer)) throw new Error(JSON.stringify(problemBody(answer)));
  return answer as { token: string; share: Share };
}

/** Of a refusal its status, else the answer. */
export const code = (answer: unknown): unknown => (isProblem(answer) ? problemBody(answer).code : answer);
