/** The endpoints of reports over an engine alone, with one counter and its goals. */
import { COUNTER, GOALS, MONTH } from './past.ts';
import { testCounter } from '../../packages/server/src/counters/test-counter.ts';
import { testGoal } from '../../packages/server/src/goals/test-goal.ts';
import type { EndpointContext } from '../../packages/server/src/kit/endpoint.ts';
import type { Olap } from '../../packages/server/src/kit/olap.ts';
import { isProblem, problemBody } from '../../packages/server/src/kit/problem.ts';
import { funnelStepEndpoints, statEndpoints } from '../../packages/server/src/query/index.ts';

export type Ask = (url: string, params: Readonly<Record<string, string>>) => Promise<unknown>;

const context: EndpointContext = {
  caller: { accountId: 'bench', login: 'bench@example.com', scope: 'read' },
  authorise: async () => null,
  signal: new AbortController().signal,
};

/** @throws where the question is refused */
export function startReports(olap: Olap): Ask {
  const goals = Array.from({ length: GOALS }, (_, index) =>
    testGoal({ id: index + 1, name: `Goal ${index + 1}` }),
  );
  const deps = {
    olap,
    counters: { get: async () => testCounter({ id: COUNTER, mayHaveSums: false }) },
    goals: { list: async () => goals },
    segments: { find: async () => [] },
    clock: { now: () => Date.parse(`${MONTH.last}T12:00:00Z`) },
  };
  const endpoints = [...statEndpoints(deps), ...funnelStepEndpoints(deps)];
  return async (url, params) => {
    const endpoint = endpoints.find((one) => one.url === url && one.method === 'GET');
    if (endpoint === undefined) throw new Error(`There is no endpoint ${url}.`);
    const query = endpoint.query?.parse({
      ids: String(COUNTER),
      date1: MONTH.first,
      date2: MONTH.last,
      ...params,
    });
    const answer = await endpoint.handle({ params: undefined, query, body: undefined } as never, context);
    if (isProblem(answer)) throw new Error(`${url}: ${JSON.stringify(problemBody(answer))}`);
    return answer;
  };
}
