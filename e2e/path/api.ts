/** The public API as a client of the field would use it. */
import type { SumsNote } from '@goalpost/contract/reports/sums';
import { middayZone } from './midday-zone.ts';

/** A report has half a minute, for people who wait: a busy machine may need more, and a client asks again. */
const LATE = new Set([503, 504]);
/** Each that is late took half a minute by itself. */
const MOST_AGAIN = 10;

export interface ApiGoal {
  readonly id: number;
  readonly name: string;
  readonly goal_source: string;
  readonly status: string;
  readonly conditions: readonly { readonly type: string; readonly url: string }[];
}

export interface StatRow {
  readonly dimensions: readonly { readonly id?: string | number | null; readonly name: string | null }[];
  readonly metrics: readonly (number | null)[];
}

export interface StatAnswer {
  readonly data: readonly StatRow[];
  readonly totals: readonly (number | null)[];
  readonly sums?: SumsNote;
}

export interface ApiAnswer<T> {
  readonly status: number;
  readonly body: T;
}

export interface Api {
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<ApiAnswer<T>>;
  createCounter(settings?: Record<string, unknown>): Promise<number>;
  goals(counterId: number, deleted?: boolean): Promise<readonly ApiGoal[]>;
  /** @param params beside `ids` and a period that holds today in every zone */
  stat(counterId: number, params: Record<string, string>): Promise<StatAnswer>;
}

export function createApi(url: string, token: string): Api {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<ApiAnswer<T>> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        authorization: `OAuth ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as T };
  };
  return {
    call,
    createCounter: async (settings = {}) => {
      const answer = await call<{ counter: { id: number } }>('POST', '/management/v1/counters', {
        counter: {
          name: 'Shop',
          site2: { site: 'shop.example' },
          currency: 'RUB',
          time_zone_name: middayZone(Date.now()),
          ...settings,
        },
      });
      if (answer.status !== 200) throw new Error(`no counter: ${JSON.stringify(answer.body)}`);
      return answer.body.counter.id;
    },
    goals: async (counterId, deleted = false) => {
      const path = `/management/v1/counter/${counterId}/goals${deleted ? '?useDeleted=true' : ''}`;
      return (await call<{ goals: ApiGoal[] }>('GET', path)).body.goals;
    },
    stat: async (counterId, params) => {
      const query = new URLSearchParams({
        ids: String(counterId),
        date1: '2daysAgo',
        date2: 'today',
        ...params,
      });
      let answer = await call<StatAnswer>('GET', `/stat/v1/data?${query}`);
      for (let again = 0; LATE.has(answer.status) && again < MOST_AGAIN; again++)
        answer = await call<StatAnswer>('GET', `/stat/v1/data?${query}`);
      if (answer.status !== 200) throw new Error(`no report: ${JSON.stringify(answer.body)}`);
      return answer.body;
    },
  };
}

/** The Conversions report by goal name: visits, users, page views, reaches, conversion rate. */
export async function conversions(
  api: Api,
  counterId: number,
): Promise<Record<string, readonly (number | null)[]>> {
  const { data } = await api.stat(counterId, { preset: 'conversion' });
  return Object.fromEntries(data.map((row) => [row.dimensions[0]?.name ?? '', row.metrics]));
}
