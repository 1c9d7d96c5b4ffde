/** For tests: an application with four endpoints, two tokens and three counters, asked without a port. */
import type { FastifyInstance } from 'fastify';
import { afterEach } from 'vitest';
import { z } from 'zod';
import { defineEndpoint, RawBody, type Caller, type Permission } from '../kit/endpoint.ts';
import { problem } from '../kit/problem.ts';
import { OlapTimeout, OlapUnavailable } from '../kit/olap.ts';
import { createApp, type AppDeps } from './app.ts';

const writer: Caller = { accountId: 'ann', login: 'ann@example.com', scope: 'write' };
const reader: Caller = { ...writer, scope: 'read' };
const held = new Map<number, Permission>([
  [1, 'own'],
  [2, 'view'],
]);

export const GoalBody = z.object({
  goal: z.object({ name: z.string().min(1), conditions: z.array(z.object({ url: z.string() })) }),
});

const endpoints = [
  defineEndpoint({
    method: 'GET',
    url: '/management/v1/counter/:counterId/goals',
    summary: 'List',
    tag: 'goals',
    auth: { counter: 'view' },
    query: z.object({ limit: z.coerce.number().int().optional() }),
    response: z.object({ goals: z.array(z.string()) }),
    handle: async ({ query }) => ({ goals: ['a'], limit: query.limit }),
  }),
  defineEndpoint({
    method: 'POST',
    url: '/management/v1/counter/:counterId/goals',
    summary: 'Make',
    tag: 'goals',
    auth: { counter: 'edit' },
    body: GoalBody,
    response: GoalBody,
    handle: async ({ body }) => body,
  }),
  defineEndpoint({
    method: 'DELETE',
    url: '/api/v1/thing/:what',
    summary: 'Break in a chosen way',
    tag: 'tests',
    auth: 'account',
    params: z.object({ what: z.string() }),
    response: z.unknown(),
    handle: async ({ params }) => {
      if (params.what === 'bug') throw new Error('SELECT secret FROM users');
      if (params.what === 'timeout') throw new OlapTimeout('slow');
      if (params.what === 'down') throw new OlapUnavailable('gone');
      if (params.what === 'csv') return new RawBody('text/csv', 'a,b\n', { 'x-rows': '1' });
      return problem('conflict', 'Twice.', 'what');
    },
  }),
  defineEndpoint({
    method: 'GET',
    url: '/stat/v1/data',
    summary: 'Ask of several counters',
    tag: 'stat',
    auth: 'account',
    query: z.object({ ids: z.string() }),
    response: z.unknown(),
    handle: async ({ query }, { authorise }) => (await authorise(Number(query.ids), 'view')) ?? { ok: true },
  }),
];

/** Fields of what the application logged as errors. */
export const logged: Record<string, unknown>[] = [];

export function testDeps(changes: Partial<AppDeps> = {}): AppDeps {
  return {
    endpoints,
    accounts: {
      callerByToken: async (token) => (token === 'writer' ? writer : token === 'reader' ? reader : null),
      callerBySession: async (headers) => (headers.get('cookie') === 'session=live' ? writer : null),
      handleAuth: async (request) => new Response(await request.text(), { headers: { 'set-cookie': 'a=1' } }),
    },
    access: {
      permission: async (_account, id) => held.get(id) ?? null,
      limit: async () => null,
      status: async (id) => (id <= 3 ? 'Active' : null),
    },
    ready: () => true,
    samples: () => [
      { kind: 'counter', name: 'goalpost_hits_total', help: 'Hits', labels: { outcome: 'stored' }, value: 7 },
      {
        kind: 'counter',
        name: 'goalpost_hits_total',
        help: 'Hits',
        labels: { outcome: 'refused' },
        value: 0,
      },
      { kind: 'gauge', name: 'goalpost_store_up', help: 'Store', value: 1 },
    ],
    tag: {
      script: Buffer.from('/*tag*/'.repeat(100)),
      name: 'v1.0.0-abc',
      build: 'b1',
      compose: (modules, places) =>
        `/*core*/${[...modules, ...places].map((name) => `/*${name}*/`).join('')}`,
      composeModules: (modules, places) => `export default{/*${[...modules, ...places].join()}*/}`,
      composeChats: (site) => `chats(${JSON.stringify(site)})`,
      picker: (start) => `pick(${JSON.stringify(start)})`,
      chatPart: (name) => (name === 'tawk' ? 'adapter()' : undefined),
    },
    tagModulesOf: async (id) => ({
      modules: id === 1 ? ['links', 'forms'] : id === 2 ? ['chat', 'links'] : id === 3 ? ['prices'] : [],
      ...(id === 3 ? { places: ['@data-price'] } : {}),
      byCountry: false,
    }),
    adminFolder: null,
    version: '1.0.0',
    publicUrl: null,
    trustProxy: [],
    log: { error: (fields) => logged.push(fields) },
    ...changes,
  };
}

let app: FastifyInstance | undefined;
afterEach(async () => {
  await app?.close();
});

export interface Question {
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly deps?: Partial<AppDeps>;
  readonly remote?: string;
}

/** Builds a new application and asks it; `askAgain` asks the same one. */
export async function ask(method: Method, url: string, options: Question = {}) {
  await app?.close();
  // Files share this module, and a hook that it sets belongs to the first of them alone.
  logged.length = 0;
  app = await createApp(testDeps(options.deps));
  return askAgain(method, url, options);
}

export async function askAgain(method: Method, url: string, options: Question = {}) {
  if (!app) throw new Error('ask first');
  return app.inject({
    method,
    url,
    headers: options.headers ?? {},
    ...(options.body === undefined ? {} : { payload: options.body }),
    ...(options.remote === undefined ? {} : { remoteAddress: options.remote }),
  });
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export const oauth = (token: string): Record<string, string> => ({ authorization: `OAuth ${token}` });
export const GOALS = '/management/v1/counter/1/goals';
