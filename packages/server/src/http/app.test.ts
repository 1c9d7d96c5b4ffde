import { describe, expect, it } from 'vitest';
import { RecordsUnavailable } from '../kit/records.ts';
import { ask, askAgain, GOALS, logged, oauth } from './test-app.ts';

describe('answers', () => {
  const thing = (what: string) => ask('DELETE', `/api/v1/thing/${what}`, { headers: oauth('writer') });

  it('a bug is an opaque 500, its cause logged under the id that the caller sees', async () => {
    const answer = await thing('bug');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toMatch(/SELECT|stack|Error/);
    expect(answer.json().message).toContain(logged[0]?.['errorId']);
    expect(logged[0]?.['err']).toEqual(new Error('SELECT secret FROM users'));
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

  it('what the records store cannot do now is a 503 that says why', async () => {
    const accounts = {
      callerByToken: () => Promise.reject(new RecordsUnavailable('The records database is away.')),
      callerBySession: async () => null,
      handleAuth: async () => new Response(),
    };
    const answer = await ask('GET', GOALS, { headers: oauth('writer'), deps: { accounts } });
    expect([answer.statusCode, answer.json().message]).toEqual([503, 'The records database is away.']);
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

  it.each([
    ['that is no valid UTF-8', '/api/%ff', 400],
    ['with a part that is too long', `/management/v1/counter/${'1'.repeat(300)}/goals`, 414],
  ])('an address %s is a refusal in the API shape', async (_name, url, status) => {
    const answer = await ask('GET', url);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({ code: status, errors: [{ error_type: 'invalid_parameter' }] });
  });
});

describe('a token in the address [A10]', () => {
  it.each([
    [`${GOALS}?oauth_token=writer`, 200],
    [`${GOALS}?limit=1&oauth_token=reader&pretty=1`, 200],
    [`${GOALS}?oauth%5Ftoken=writer`, 200],
    [`${GOALS}?oauth_token=nobody`, 401],
    [`${GOALS}?oauth_token=`, 401],
    [`${GOALS}?oauth_token=%ff`, 401],
    [`${GOALS}?oauth_token`, 401],
    [`/metrics?oauth_token=reader`, 200],
  ])('%s', async (url, status) => {
    expect((await ask('GET', url, { remote: '203.0.113.5' })).statusCode).toBe(status);
  });

  it('gives way to the header, and is off where the settings say so', async () => {
    const url = `${GOALS}?oauth_token=writer`;
    expect((await ask('GET', url, { headers: oauth('nobody') })).statusCode).toBe(401);
    expect((await ask('GET', url, { deps: { queryTokens: false } })).statusCode).toBe(401);
  });

  it('is named in no answer and no log', async () => {
    const answers = [
      await ask('GET', '/nope?oauth_token=writer'),
      await ask('DELETE', '/api/v1/thing/bug?oauth_token=writer'),
      await ask('POST', '/api/auth/x/../y?oauth_token=writer'),
    ];
    expect(JSON.stringify([answers.map(({ body }) => body), logged])).not.toContain('writer');
  });
});

describe('limits on requests', () => {
  it('a caller over the limit gets 429 in the API shape', async () => {
    const rateLimits = { perTenSeconds: 1, signInsPerMinute: 1 };
    expect((await ask('GET', GOALS, { headers: oauth('writer'), deps: { rateLimits } })).statusCode).toBe(
      200,
    );
    const second = await askAgain('GET', GOALS, { headers: oauth('writer') });
    expect(second.statusCode).toBe(429);
    expect(second.json().errors[0].error_type).toBe('quota_requests_by_uid');
    const other = await askAgain('GET', GOALS, { headers: oauth('reader') });
    expect(other.statusCode).toBe(200);
  });

  it('signing in has a tighter one', async () => {
    const rateLimits = { perTenSeconds: 100, signInsPerMinute: 1 };
    const url = '/api/auth/sign-in/email';
    expect((await ask('POST', url, { body: '{"a":1}', deps: { rateLimits } })).body).toBe('{"a":1}');
    expect((await askAgain('POST', url, { body: '{}' })).statusCode).toBe(429);
  });

  it('signing in from a page of another site is refused', async () => {
    const answer = await ask('POST', '/api/auth/sign-in/email', {
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.statusCode).toBe(403);
  });
});

describe('the tag', () => {
  it.each([
    '/metrika/tag.js',
    '/tag.js?id=5',
    '/watch.js',
    '/metrika/watch.js',
    '/metrika/tag_ww.js',
    '/metrika/tag_debug.js',
    '/metrika/watch_ww.js',
    '/resource/watch.js',
    '/resource/tag.js',
  ])('%s is fresh within the hour, and any page may run it', async (url) => {
    const answer = await ask('GET', url, { headers: { 'accept-encoding': 'gzip, br' } });
    expect(answer.headers).toMatchObject({
      'cache-control': 'public, max-age=3600',
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    });
    const etag = String(answer.headers.etag);
    const again = await askAgain('GET', url, { headers: { 'if-none-match': etag } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  const script = async (url: string): Promise<string> => (await ask('GET', url)).body;

  it.each([
    ['/metrika/tag.js?id=1', '/*core*//*forms*//*links*/'],
    ['/watch.js?id=1', '/*core*//*forms*//*links*/'],
    ['/resource/tag_ww.js?id=1&x=2', '/*core*//*forms*//*links*/'],
    ['/tag.js?id=1,2', '/*core*//*chat*//*forms*//*links*/'],
    ['/tag.js?id=3', '/*core*//*prices*//*@data-price*/'],
    ['/tag.js?id=4', '/*core*/'],
    ['/tag.js?id=1,3', '/*core*//*forms*//*links*//*prices*//*@data-price*/'],
    ['/tag.js?id=3&modules=b1', 'export default{/*prices,@data-price*/}'],
    ['/tag.js?id=1&modules=b1', 'export default{/*forms,links*/}'],
    ['/tag.js?id=1&modules=b0', 'export default{}'],
  ])('[W34] %s is what its counters need', async (url, expected) => {
    expect(await script(url)).toBe(expected);
  });

  it.each(['/tag.js', '/tag.js?id=', '/tag.js?id=x', '/tag.js?id=%00', '/tag.js?id=1&id=2'])(
    '[W34] %s names no counter',
    async (url) => {
      expect(await script(url)).toMatch(/tag|errors/);
      expect(await script(url)).not.toContain('core');
    },
  );

  it('[W34] a composed script has an hour, and a mark of its content that outlives other combinations', async () => {
    const first = await ask('GET', '/tag.js?id=1');
    const other = await askAgain('GET', '/tag.js?id=2');
    expect(first.headers['cache-control']).toBe('public, max-age=3600');
    expect(first.headers.etag).not.toBe(other.headers.etag);
    const again = await askAgain('GET', '/metrika/tag.js?id=1', {
      headers: { 'if-none-match': String(first.headers.etag) },
    });
    expect(again.statusCode).toBe(304);
  });

  it('its versioned address never changes', async () => {
    const answer = await ask('GET', '/tag/v1.0.0-abc.js');
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.body).toContain('/*tag*/');
  });
});

describe('health and metrics', () => {
  it('healthz says whether hits can be taken', async () => {
    expect((await ask('GET', '/healthz')).statusCode).toBe(200);
    expect((await ask('GET', '/healthz', { deps: { ready: () => false } })).statusCode).toBe(503);
  });

  it('metrics are for this machine', async () => {
    const answer = await ask('GET', '/metrics');
    expect(answer.body).toContain(
      '# HELP goalpost_hits_total Hits\n# TYPE goalpost_hits_total counter\n' +
        'goalpost_hits_total{outcome="stored"} 7\ngoalpost_hits_total{outcome="refused"} 0\n',
    );
    expect(answer.body).toContain('# TYPE goalpost_store_up gauge\ngoalpost_store_up 1\n');
    // Asked again it is the same number, not twice it.
    expect((await askAgain('GET', '/metrics')).body).toContain('goalpost_hits_total{outcome="stored"} 7\n');
    expect(answer.body).toContain('process_resident_memory_bytes');
  });

  it.each([
    'Forwarded',
    'Via',
    'X-Forwarded-For',
    'X-Forwarded-Proto',
    'X-Real-IP',
    'X-Client-IP',
    'X-Cluster-Client-IP',
    'X-Original-Forwarded-For',
    'X-Envoy-External-Address',
    'X-Amzn-Trace-Id',
    'CF-Connecting-IP',
    'CF-Ray',
    'CDN-Loop',
    'True-Client-IP',
    'Fastly-Client-IP',
    'Proxy-Client-IP',
    'X-Scheme',
    'X-Real-Port',
    'X-SSL',
    'Front-End-Https',
    'X-Request-Id',
    'X-Rewrite-URL',
    'Surrogate-Capability',
    'Max-Forwards',
    'X-Of-A-Proxy-That-Nobody-Knows',
  ])('metrics through a proxy on this machine that adds %s alone need a token [W21]', async (header) => {
    const headers = { [header]: 'x' };
    expect((await ask('GET', '/metrics', { headers })).statusCode).toBe(401);
    expect(
      (await askAgain('GET', '/metrics', { headers: { ...headers, ...oauth('reader') } })).statusCode,
    ).toBe(200);
  });

  it.each([
    ['Prometheus', { accept: 'text/plain', 'X-Prometheus-Scrape-Timeout-Seconds': '10' }],
    ['a browser', { 'sec-fetch-mode': 'navigate', 'accept-language': 'en', cookie: 'a=1', priority: 'u=0' }],
    ['curl', { 'user-agent': 'curl/8.0', accept: '*/*' }],
  ])('metrics are for %s on this machine', async (_name, headers) => {
    expect((await ask('GET', '/metrics', { headers })).statusCode).toBe(200);
  });

  it.each([
    ['from elsewhere', { remote: '203.0.113.5' }, 401],
    ['under a name of its own', { headers: { host: 'stats.example.com' } }, 401],
    ['under its own address', { headers: { host: '127.0.0.1:8090' } }, 200],
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
    '/watch/{counterId}/1',
    '/clmap/{counterId}',
    '/api/v1/counters/{counterId}/chat/files',
    '/chat/v1/files/{id}',
    '/management/v1/counter/{counterId}/goals',
    '/api/v1/thing/{what}',
    '/stat/v1/data',
  ]);
  const list = document.paths['/management/v1/counter/{counterId}/goals'];
  expect(list.get.parameters.map((one: { name: string }) => one.name)).toEqual(['counterId', 'limit']);
  expect(list.post.requestBody.content['application/json'].schema.required).toEqual(['goal']);
  const file = document.paths['/chat/v1/files/{id}'].post;
  expect(file.parameters.map((one: { name: string }) => one.name)).toEqual([
    'id',
    'x-goalpost-file-name',
    'x-goalpost-chat-secret',
  ]);
  const answer = file.responses[200].content['application/json'].schema;
  const { properties } = document.components.schemas[answer.$ref?.split('/').at(-1)] ?? answer;
  expect(Object.keys(properties.file.properties)).toEqual(['id', 'name', 'type', 'bytes']);
  expect(document.components.schemas.ApiError.required).toEqual(['errors', 'code', 'message']);
});
