/** For tests: the endpoints over a real engine, with counters and goals in memory. */
import type { ApiError } from '@goalpost/contract/management';
import type {
  BytimeResponse,
  ComparisonDrilldownResponse,
  ComparisonResponse,
  DataResponse,
  DrilldownResponse,
} from '@goalpost/contract/reports';
import type { HitRow, VisitRow } from '../collect/index.ts';
import type { CounterRecord } from '../counters/index.ts';
import { testCounter } from '../counters/test-counter.ts';
import type { GoalDefinition } from '../goals/index.ts';
import { testGoal } from '../goals/test-goal.ts';
import { RawBody, type EndpointContext } from '../kit/endpoint.ts';
import { isProblem, problem, problemBody } from '../kit/problem.ts';
import { startTestOlap, type TestOlap } from '../stores/olap/test-olap.ts';
import type { Olap } from '../kit/olap.ts';
import { statEndpoints } from './endpoints/stat.ts';
import type { SavedSegment } from './segments/port.ts';
import { jsonLines } from './test-visits.ts';

export const NOW = Date.parse('2026-03-12T09:00:00Z');

export const counter = testCounter;

export const goal = (id: number, changes: Partial<GoalDefinition> = {}): GoalDefinition =>
  testGoal({ id, name: `Goal ${id}`, conditions: [{ type: 'exact', url: `event${id}` }], ...changes });

export type Params = Record<string, string>;

export interface TestStat {
  readonly olap: Olap;
  readonly test: TestOlap;
  /** Replaced by tests as they need. */
  counters: CounterRecord[];
  goals: GoalDefinition[];
  segments: SavedSegment[];
  /** Adds visits, all in one batch. */
  add(...rows: VisitRow[]): Promise<void>;
  addHits(...rows: HitRow[]): Promise<void>;
  /** Throws on a refusal. */
  data(params: Params): Promise<DataResponse>;
  bytime(params: Params): Promise<BytimeResponse>;
  drilldown(params: Params): Promise<DrilldownResponse>;
  comparison(params: Params): Promise<ComparisonResponse>;
  comparisonDrilldown(params: Params): Promise<ComparisonDrilldownResponse>;
  csv(url: string, params: Params): Promise<string>;
  /** The same with its headers. */
  raw(url: string, params: Params): Promise<RawBody>;
  refusal(params: Params, url?: string): Promise<ApiError>;
  close(): Promise<void>;
}

/** Above all numbers that tests give their counters: long runs of random worlds make thousands. */
export const UNKNOWN_COUNTER = 900_000_404;
export const FOREIGN_COUNTER = 900_000_403;

/** A caller who may view all counters but one. */
export function testContext(signal: AbortSignal = new AbortController().signal): EndpointContext {
  return {
    caller: { accountId: 'ann', login: 'ann@example.com', scope: 'read' },
    authorise: async (id) => {
      if (id === UNKNOWN_COUNTER) return problem('not_found', 'There is no such counter.', 'ids');
      return id === FOREIGN_COUNTER ? problem('access_denied', 'Not yours.', 'ids') : null;
    },
    signal,
  };
}

export async function startTestStat(): Promise<TestStat> {
  const test = await startTestOlap();
  let batches = 0;
  const stat = {
    olap: test.olap,
    test,
    counters: [counter()],
    goals: [] as GoalDefinition[],
    segments: [] as SavedSegment[],
  };
  const endpoints = statEndpoints({
    olap: test.olap,
    counters: { get: async (id) => stat.counters.find((one) => one.id === id) ?? null },
    goals: {
      list: async (id, deleted) =>
        stat.goals.filter((one) => one.counterId === id && (deleted || one.status === 'Active')),
    },
    segments: { find: async (ids) => stat.segments.filter(({ id }) => ids.includes(id)) },
    clock: { now: () => NOW },
  });
  const call = async (url: string, params: Params): Promise<unknown> => {
    const endpoint = endpoints.find((one) => one.url === url);
    if (endpoint === undefined) throw new Error(`no endpoint ${url}`);
    const query = endpoint.query?.parse(params);
    const input = { params: undefined, query, body: undefined } as unknown as Parameters<
      typeof endpoint.handle
    >[0];
    return endpoint.handle(input, testContext());
  };
  const answered = async <T>(url: string, params: Params): Promise<T> => {
    const answer = await call(url, { ids: '1', date1: '2026-03-01', date2: '2026-03-31', ...params });
    if (isProblem(answer)) throw new Error(`refused: ${JSON.stringify(problemBody(answer))}`);
    return answer as T;
  };
  const raw = async (url: string, params: Params): Promise<RawBody> => {
    const body = await answered<unknown>(url, params);
    if (!(body instanceof RawBody)) throw new Error('not a raw body');
    return body;
  };
  return Object.assign(stat, {
    add: (...rows: VisitRow[]) => test.olap.insert('visits', jsonLines(rows), `test-${batches++}`),
    addHits: (...rows: HitRow[]) => test.olap.insert('hits', jsonLines(rows), `test-${batches++}`),
    data: (params: Params) => answered<DataResponse>('/stat/v1/data', params),
    bytime: (params: Params) => answered<BytimeResponse>('/stat/v1/data/bytime', params),
    drilldown: (params: Params) => answered<DrilldownResponse>('/stat/v1/data/drilldown', params),
    comparison: (params: Params) => answered<ComparisonResponse>('/stat/v1/data/comparison', params),
    comparisonDrilldown: (params: Params) =>
      answered<ComparisonDrilldownResponse>('/stat/v1/data/comparison/drilldown', params),
    csv: async (url: string, params: Params) => String((await raw(url, params)).body),
    raw,
    refusal: async (params: Params, url = '/stat/v1/data') => {
      const answer = await call(url, { ids: '1', ...params });
      if (!isProblem(answer)) throw new Error(`not refused: ${JSON.stringify(answer)}`);
      return problemBody(answer);
    },
    close: () => test.close(),
  });
}
