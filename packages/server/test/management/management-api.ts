/** For tests: the management API over HTTP, with the real records store and the real application. */
import type { Goal } from '@goalpost/contract/goals';
import type { Counter, ApiError } from '@goalpost/contract/management';
import type { RateTable } from '@goalpost/contract/reports/rates';
import type { TagSeen } from '../../src/collect/index.ts';
import type { CounterConfig } from '../../src/collect/state/counter-config.ts';
import {
  counterEndpoints,
  createDirectory,
  type ConfigPublisher,
  type Directory,
  createAutomaticGoals,
  createOwnVisitLinks,
  goalEndpoints,
} from '../../src/counters/index.ts';
import { createApp } from '../../src/http/app.ts';
import type { Caller } from '../../src/kit/endpoint.ts';
import { createCounterStore, createGoalStore } from '../../src/stores/records/index.ts';
import { openTestRecords } from '../../src/stores/records/test-records.ts';

/** 2026-07-01 12:00 UTC. */
export const NOW = Date.UTC(2026, 6, 1, 12);

const CALLERS: Readonly<Record<string, Caller>> = {
  ann: { accountId: 'ann', login: 'ann@example.com', scope: 'write' },
  'ann-reads': { accountId: 'ann', login: 'ann@example.com', scope: 'read' },
  bob: { accountId: 'bob', login: 'bob@example.com', scope: 'write' },
};

export interface Answer {
  readonly status: number;
  /** Also where there is none of it: the test then fails on what it reads. */
  readonly body: ApiError & {
    readonly counter: Counter;
    readonly counters: Counter[];
    readonly rows: number;
    readonly goal: Goal;
    readonly goals: Goal[];
    readonly warnings: unknown[];
    readonly table: RateTable;
    readonly success: true;
  };
}

export interface ManagementApi {
  readonly directory: Directory;
  /** What collection was told, in order. */
  readonly published: readonly CounterConfig[];
  call(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    token?: string,
  ): Promise<Answer>;
  /** @returns the number of a new counter of Ann's */
  makeCounter(settings?: Record<string, unknown>): Promise<number>;
  /** As collection says of the counter's tag. */
  readonly seen: Map<number, TagSeen>;
  /** As collection does at the first event of a kind. @returns the goal's id, or null */
  makeAutomatic(counterId: number, entryId: string): Promise<number | null>;
  /** Lets an account use a counter of another's. */
  grant(counterId: number, accountId: string, permission: 'view' | 'edit'): Promise<void>;
  close(): Promise<void>;
}

export async function openManagementApi(): Promise<ManagementApi> {
  const records = await openTestRecords();
  const clock = { now: () => NOW };
  const counters = createCounterStore(records.db);
  const goals = createGoalStore(records.db, clock);
  const directory = await createDirectory({ counters, goals });
  const published: CounterConfig[] = [];
  const seen = new Map<number, TagSeen>();
  const publisher: ConfigPublisher = {
    async publish(counterId) {
      const config = await directory.reload(counterId);
      if (config !== undefined) published.push(config);
    },
  };
  const automatic = createAutomaticGoals({ goals, directory, publisher });
  const app = await createApp({
    endpoints: [
      ...counterEndpoints({
        counters,
        goals,
        publisher,
        clock,
        loginOf: async (accountId) => CALLERS[accountId]?.login ?? null,
        grantsOf: async () => [],
        ownVisitLinks: createOwnVisitLinks('key'),
        rateSources: { get: async () => null },
        tagSeen: (counterId) => seen.get(counterId) ?? { firstHitAt: null, lastHitAt: null, week: 0 },
        snippet: (counterId) => `<script>ym(${counterId}, 'init')</script>`,
      }),
      ...goalEndpoints({ counters, goals, publisher }),
    ],
    accounts: {
      callerByToken: async (token) => CALLERS[token] ?? null,
      callerBySession: async () => null,
      handleAuth: async () => new Response(null, { status: 404 }),
    },
    access: {
      permission: (accountId, counterId) => counters.permission(accountId, counterId),
      limit: async () => null,
      status: async (counterId) => (await counters.get(counterId))?.status ?? null,
    },
    ready: () => true,
    samples: () => [],
    tag: null,
    adminFolder: null,
    version: '0',
    publicUrl: null,
    trustProxy: [],
    log: {
      error: (fields) => {
        throw new Error(`the application logged an error: ${JSON.stringify(fields)}`);
      },
    },
    rateLimits: { perTenSeconds: 1_000_000, signInsPerMinute: 1 },
  });

  const call: ManagementApi['call'] = async (method, path, body, token = 'ann') => {
    const answer = await app.inject({
      method,
      url: path.startsWith('/api/') ? path : `/management/v1${path}`,
      headers: { authorization: `OAuth ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: answer.statusCode, body: answer.json() };
  };

  return {
    directory,
    published,
    seen,
    call,
    async makeCounter(settings = {}) {
      const answer = await call('POST', '/counters', {
        counter: { name: 'Shop', site2: { site: 'shop.example' }, ...settings },
      });
      return answer.body.counter.id;
    },
    makeAutomatic: async (counterId, entryId) => (await automatic.make(counterId, entryId))?.id ?? null,
    async grant(counterId, accountId, permission) {
      await records.db
        .insertInto('grants')
        .values({ counter_id: counterId, account_id: accountId, permission })
        .execute();
    },
    async close() {
      await app.close();
      await records.close();
    },
  };
}
