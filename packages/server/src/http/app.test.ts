import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { defineEndpoint, RawBody, type Caller, type Permission } from '../kit/endpoint.ts';
import { problem } from '../kit/problem.ts';
import { OlapTimeout, OlapUnavailable } from '../stores/olap/port.ts';
import { createApp, type AppDeps } from './app.ts';

const writer: Caller = { accountId: 'ann', login: 'ann@example.com', scope: 'write' };
const reader: Caller = { ...writer, scope: 'read' };
const held = new Map<number, Permission>([
  [1, 'own'],
  [2, 'view'],
]);

const GoalBody = z.object({
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

const logged: Record<string, unknown>[] = [];

function deps(changes: Partial<AppDeps> = {}): AppDeps {
  return {
    endpoints,
    accounts: {
      callerByToken: async (token) => (token === 'writer' ? writer : token === 'reader' ? reader : null),
      callerBySession: async (headers) => (headers.get('cookie') === 'session=live' ? writer : null),
      handleAuth: async (request) => new Response(await request.text(), { headers: { 'set-cookie': 'a=1' } }),
    },
    access: {
      permission: async (_account, id) => held.get(id) ?? null,
      exists: async (id) => id <= 3,
    },
    ready: () => true,
    samples: () => [{ name: 'goalpost_hits_total', help: 'Hits', labels: { outcome: 'stored' }, value: 7 }],
    tag: { script: Buffer.from('/*tag*/'.repeat(100)), name: 'v1.0.0-abc' },
    adminFolder: null,
    version: '1.0.0',
    publicUrl: null,
    trustProxy: [],
    log: { error: (fields) => logged.push(fields) },
    ...changes,
  };
}

let app: Awaited<ReturnType<typeof createApp>> | undefined;
afterEach(async () => {
  await app?.close();
  logged.length = 0;
});

async function ask(
  method: 'GET' | 'POST' | 'DELETE' | 'PUT',
  url: string,
  options: { headers?: Record<string, string>; body?: string; deps?: Partial<AppDeps>; remote?: string } = {},
) {
  app = await createApp(deps(options.deps));
  const answer = await app.inject({
    method,
    url,
    headers: options.headers ?? {},
    ...(options.body === undefined ? {} : { payload: options.body }),
    ...(options.remote === undefined ? {} : { remoteAddress: options.remote }),
  });
  return answer;
}

const oauth = (token: string) => ({ authorization: `OAuth ${token}` });
const GOALS = '/management/v1/counter/1/goals';

describe('who may call', () => {
  const cases: [string, string, Record<string, string>, number, string | null][] = [
    ['no token', GOALS, {}, 401, 'unauthorized'],
    ['a wrong token', GOALS, oauth('wrong'), 401, 'unauthorized'],
    ['another scheme', GOALS, { authorization: 'Basic writer' }, 401, 'unauthorized'],
    ['a good token', GOALS, oauth('writer'), 200, null],
    ['a good token as Bearer', GOALS, { authorization: 'Bearer writer' }, 200, null],
    ['a read token', GOALS, oauth('reader'), 200, null],
    ['a live session', GOALS, { cookie: 'session=live' }, 200, null],
    ['a dead session', GOALS, { cookie: 'session=dead' }, 401, 'unauthorized'],
    ["another's counter", '/management/v1/counter/3/goals', oauth('writer'), 403, 'access_denied'],
    ['an unknown counter', '/management/v1/counter/9/goals', oauth('writer'), 404, 'not_found'],
    ['a counter that is no number', '/management/v1/counter/x1/goals', oauth('writer'), 404, 'not_found'],
    [
      'a counter beyond 32 bits',
      '/management/v1/counter/4294967296/goals',
      oauth('writer'),
      404,
      'not_found',
    ],
    ["another's counter inside", '/stat/v1/data?ids=3', oauth('writer'), 403, 'access_denied'],
  ];
  it.each(cases)('%s', async (_name, url, headers, status, type) => {
    const answer = await ask('GET', url, { headers });
    expect(answer.statusCode).toBe(status);
    expect(answer.json().errors?.[0].error_type ?? null).toBe(type);
    if (status === 401) expect(answer.headers['www-authenticate']).toContain('OAuth');
  });

  const body = JSON.stringify({ goal: { name: 'g', conditions: [] } });
  const writes: [string, string, Record<string, string>, number][] = [
    ['a write token', GOALS, oauth('writer'), 200],
    ['a read token', GOALS, oauth('reader'), 403],
    ['a counter one may only view', '/management/v1/counter/2/goals', oauth('writer'), 403],
    ['a session with no word on where it comes from', GOALS, { cookie: 'session=live' }, 403],
    ['a session from another site', GOALS, { cookie: 'session=live', origin: 'https://evil.example' }, 403],
    ['a session of a sibling site', GOALS, { cookie: 'session=live', 'sec-fetch-site': 'same-site' }, 403],
    ['a session from our own page', GOALS, { cookie: 'session=live', 'sec-fetch-site': 'same-origin' }, 200],
    [
      'a session from our port',
      GOALS,
      { cookie: 'session=live', host: 'me:81', origin: 'http://me:81' },
      200,
    ],
  ];
  it.each(writes)('writing: %s', async (_name, url, headers, status) => {
    expect((await ask('POST', url, { headers, body })).statusCode).toBe(status);
  });
});

describe('what is wrong is named with its place', () => {
  const cases: [string, string, string, string, string | undefined][] = [
    [
      'a field that is not there',
      '{"goal":{"name":"g"}}',
      'missing_parameter',
      '"goal.conditions" is missing.',
      'goal.conditions',
    ],
    [
      'a field that is empty',
      '{"goal":{"name":"","conditions":[]}}',
      'invalid_parameter',
      'Wrong value of "goal.name".',
      'goal.name',
    ],
    [
      'a field deep inside',
      '{"goal":{"name":"g","conditions":[{"url":5}]}}',
      'invalid_parameter',
      'Wrong value',
      'goal.conditions.0.url',
    ],
    ['no body', '', 'missing_parameter', '"goal" is missing.', 'goal'],
    ['half a body', '{"goal":', 'invalid_json', 'The body is not valid JSON', undefined],
    ['a body of 10,000 levels', '['.repeat(10_000), 'invalid_json', 'more than 64 levels', undefined],
    ['a list', '[]', 'invalid_parameter', 'expected object', undefined],
  ];
  it.each(cases)('%s', async (_name, body, type, message, location) => {
    const { statusCode, ...answer } = await ask('POST', GOALS, { headers: oauth('writer'), body });
    const { errors, code, message: whole } = answer.json();
    expect([statusCode, code, errors[0].error_type, errors[0].location]).toEqual([400, 400, type, location]);
    expect(errors[0].message).toContain(message);
    expect(whole).toBe(errors[0].message);
  });

  it('a query parameter is named too', async () => {
    const answer = await ask('GET', `${GOALS}?limit=many`, { headers: oauth('writer') });
    expect(answer.json().errors[0]).toMatchObject({ error_type: 'invalid_parameter', location: 'limit' });
  });

  it('a body over 1 MB is refused with 413, in the same shape', async () => {
    const answer = await ask('POST', GOALS, {
      headers: oauth('writer'),
      body: `"${'x'.repeat(1024 * 1024)}"`,
    });
    expect(answer.statusCode).toBe(413);
    expect(answer.json().errors[0].error_type).toBe('limit_exceeded');
  });

  it('`__proto__` keys change nothing', async () => {
    const body = '{"__proto__":{"goal":1},"goal":{"__proto__":{"x":1},"name":"g","conditions":[]}}';
    const answer = await ask('POST', GOALS, { headers: oauth('writer'), body });
    expect(answer.body).toBe('{"goal":{"name":"g","conditions":[]}}');
  });

  it('a form-typed body is read as JSON, as command-line clients send it', async () => {
    const headers = { ...oauth('writer'), 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await ask('POST', GOALS, { headers, body: '{"goal":{"name":"g","conditions":[]}}' });
    expect(answer.statusCode).toBe(200);
  });
});

describe('answers', () => {
  const thing = (what: string) => ask('DELETE', `/api/v1/thing/${what}`, { headers: oauth('writer') });

  it('a bug is an opaque 500, its cause logged under the id that the caller sees', async () => {
    const answer = await thing('bug');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toMatch(/SELECT|stack|Error/);
    expect(answer.json().message).toContain(logged[0]?.['errorId']);
    expect((logged[0]?.['err'] as Error).message).toBe('SELECT secret FROM users');
  });

  it.each([
    ['timeout', 504, 'timeout'],
    ['down', 503, 'backend_error'],
    ['refusal', 409, 'conflict'],
  ])('%s', async (what, status, type) => {
    const answer = await thing(what);
    expect([answer.statusCode, answer.json().errors[0].error_type]).toEqual([status, type]);
    expect(logged).toEqual([]);
  });

  it('a raw body goes out as it is', async () => {
    const answer = await thing('csv');
    expect([answer.headers['content-type'], answer.headers['x-rows'], answer.body]).toEqual([
      'text/csv',
      '1',
      'a,b\n',
    ]);
  });

  it('pretty=1 indents', async () => {
    expect((await ask('GET', `${GOALS}?pretty=1`, { headers: oauth('writer') })).body).toContain(
      '\n  "goals"',
    );
  });

  it('nothing of the API is cached', async () => {
    expect((await ask('GET', GOALS, { headers: oauth('writer') })).headers['cache-control']).toBe('no-store');
  });

  it.each(['/management/v1/nothing', '/stat/v1', '/api/x', '/tag/v0.js', '/anything'])(
    'unknown: %s',
    async (url) => {
      const answer = await ask('GET', url);
      expect([answer.statusCode, answer.json().errors[0].error_type]).toEqual([404, 'not_found']);
    },
  );

  it('an address that is no valid UTF-8 is a refusal', async () => {
    expect((await ask('GET', '/api/%ff')).statusCode).toBe(400);
  });
});

describe('limits on requests', () => {
  it('a caller over the limit gets 429 in the API shape', async () => {
    const rateLimits = { perTenSeconds: 1, signInsPerMinute: 1 };
    expect((await ask('GET', GOALS, { headers: oauth('writer'), deps: { rateLimits } })).statusCode).toBe(
      200,
    );
    const second = await app?.inject({ method: 'GET', url: GOALS, headers: oauth('writer') });
    expect(second?.statusCode).toBe(429);
    expect(second?.json().errors[0].error_type).toBe('quota_requests_by_uid');
    const other = await app?.inject({ method: 'GET', url: GOALS, headers: oauth('reader') });
    expect(other?.statusCode).toBe(200);
  });

  it('signing in has a tighter one', async () => {
    const rateLimits = { perTenSeconds: 100, signInsPerMinute: 1 };
    const url = '/api/auth/sign-in/email';
    expect((await ask('POST', url, { body: '{"a":1}', deps: { rateLimits } })).body).toBe('{"a":1}');
    expect((await app?.inject({ method: 'POST', url, payload: '{}' }))?.statusCode).toBe(429);
  });

  it('signing in from a page of another site is refused', async () => {
    const answer = await ask('POST', '/api/auth/sign-in/email', {
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.statusCode).toBe(403);
  });
});

describe('the tag', () => {
  it.each(['/metrika/tag.js', '/tag.js?id=5'])(
    '%s is fresh within the hour, and any page may run it',
    async (url) => {
      const answer = await ask('GET', url, { headers: { 'accept-encoding': 'gzip, br' } });
      expect(answer.headers).toMatchObject({
        'cache-control': 'public, max-age=3600',
        'content-encoding': 'br',
        'content-type': 'text/javascript; charset=utf-8',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      });
      const etag = String(answer.headers.etag);
      const again = await app?.inject({ url, headers: { 'if-none-match': etag } });
      expect([again?.statusCode, again?.body]).toEqual([304, '']);
    },
  );

  it('its versioned address never changes', async () => {
    const answer = await ask('GET', '/tag/v1.0.0-abc.js');
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.body).toContain('/*tag*/');
  });
});

describe('health and metrics', () => {
  it('healthz says whether hits can be taken', async () => {
    expect((await ask('GET', '/healthz')).statusCode).toBe(200);
    await app?.close();
    expect((await ask('GET', '/healthz', { deps: { ready: () => false } })).statusCode).toBe(503);
  });

  it('metrics are for this machine', async () => {
    const answer = await ask('GET', '/metrics');
    expect(answer.body).toContain('goalpost_hits_total{outcome="stored"} 7');
    expect(answer.body).toContain('process_resident_memory_bytes');
  });

  it.each([
    ['from elsewhere', { remote: '203.0.113.5' }, 401],
    ['through a proxy on this machine', { headers: { 'x-forwarded-for': '203.0.113.5' } }, 401],
    ['from elsewhere with a token', { remote: '203.0.113.5', headers: oauth('reader') }, 200],
  ])('metrics %s', async (_name, options, status) => {
    expect((await ask('GET', '/metrics', options)).statusCode).toBe(status);
  });
});

it('the OpenAPI document lists every endpoint, and the hit', async () => {
  const document = (await ask('GET', '/api/openapi.json')).json();
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toEqual([
    '/watch/{counterId}',
    '/management/v1/counter/{counterId}/goals',
    '/api/v1/thing/{what}',
    '/stat/v1/data',
  ]);
  const list = document.paths['/management/v1/counter/{counterId}/goals'];
  expect(list.get.parameters.map((one: { name: string }) => one.name)).toEqual(['counterId', 'limit']);
  expect(list.post.requestBody.content['application/json'].schema.required).toEqual(['goal']);
  expect(document.components.schemas.ApiError.required).toEqual(['errors', 'code', 'message']);
});
