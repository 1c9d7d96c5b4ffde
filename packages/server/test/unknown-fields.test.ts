/** [W73] Every route that takes a body says which fields of it it does not know. */
import type { ApiError } from '@goalpost/contract/management';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from './start-server.ts';

type Json = Record<string, unknown>;

let server: TestServer;
let goalId: number;
let segmentId: number;
beforeAll(async () => {
  server = await startServer();
  await ask('POST', '/management/v1/counters', { counter: { id: 1, site2: { site: 'shop.example' } } });
  goalId = ((await ask('POST', '/management/v1/counter/1/goals', GOAL)).json['goal'] as { id: number }).id;
  const made = await ask('POST', '/management/v1/counter/1/apisegment/segments', SEGMENT);
  segmentId = (made.json['segment'] as { segment_id: number }).segment_id;
});
afterAll(() => server.close());

async function ask(method: string, path: string, body?: object) {
  const answer = await fetch(server.url + path, {
    method,
    headers: { authorization: `OAuth ${server.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json = (await answer.json()) as Json;
  const { errors = [] } = json as Partial<ApiError>;
  const unused = answer.headers.get('x-goalpost-unused');
  return { status: answer.status, json, at: errors.map(({ location }) => location), unused };
}

const STEP = { type: 'action', name: 'a', conditions: [{ type: 'exact', url: 'a' }] };
const GOAL = { goal: { name: 'G', type: 'step', steps: [STEP, STEP] } };
const SEGMENT = { segment: { name: 'S', expression: "ym:s:trafficSource=='ad'" } };
const GRANT = { grant: { user_login: 'ann@example.com', perm: 'view' } };
/** A right body of each route, in the form of the document's paths. */
const BODIES: Readonly<Record<string, object>> = {
  'POST /management/v1/counters': { counter: { site2: { site: 'new.example' } } },
  'PUT /management/v1/counter/{counterId}': {
    counter: { name: 'Shop', mirrors2: [{ site: 'm.shop.example' }] },
  },
  'POST /management/v1/counter/{counterId}/expense/upload': {
    file: 'Date,UTMSource,Expenses\n2026-03-01,google,1',
  },
  'POST /management/v1/counter/{counterId}/offline_conversions/upload': {
    file: 'ClientId,Target,DateTime\n1764500000123456789,order,1764500100',
  },
  'POST /management/v1/counter/{counterId}/offline_conversions/upload_calls': {
    file: 'ClientId,DateTime\n1764500000123456789,1764500100',
  },
  'POST /management/v1/counter/{counterId}/goals': GOAL,
  'PUT /management/v1/counter/{counterId}/goal/{goalId}': GOAL,
  'POST /management/v1/counter/{counterId}/grants': GRANT,
  'PUT /management/v1/counter/{counterId}/grant': GRANT,
  'POST /management/v1/counter/{counterId}/apisegment/segments': SEGMENT,
  'PUT /management/v1/counter/{counterId}/apisegment/segment/{segmentId}': SEGMENT,
};
const filled = (path: string): string =>
  path
    .replace('{counterId}', '1')
    .replace('{goalId}', String(goalId))
    .replace('{segmentId}', String(segmentId));

interface Schema {
  readonly $ref?: string;
  readonly properties?: object;
}
interface OpenApi {
  readonly paths: Record<
    string,
    Record<string, { requestBody?: { content: Record<string, { schema: Schema }> } }>
  >;
  readonly components: { readonly schemas: Record<string, Schema> };
}
const resolved = (schema: Schema | undefined, named: Record<string, Schema>): Schema | undefined =>
  schema?.$ref === undefined ? schema : named[schema.$ref.split('/').at(-1) ?? ''];

/** The body with one field too many, in each of its objects; where that field is. */
function* withOneMore(
  value: unknown,
  name: (key: string) => string,
  path: string[] = [],
): Generator<[string, unknown]> {
  if (Array.isArray(value))
    for (const [index, item] of value.entries())
      for (const [at, changed] of withOneMore(item, name, [...path, String(index)]))
        yield [at, value.with(index, changed)];
  else if (typeof value === 'object' && value !== null) {
    const added = name(Object.keys(value)[0] ?? '');
    yield [[...path, added].join('.'), { ...value, [added]: 1 }];
    for (const [key, inner] of Object.entries(value))
      for (const [at, changed] of withOneMore(inner, name, [...path, key]))
        yield [at, { ...value, [key]: changed }];
  }
}

it('[W73] each route with a body, and each object in it', async () => {
  const { paths } = (await ask('GET', '/api/openapi.json')).json as {
    paths: Record<string, Record<string, { requestBody?: object }>>;
  };
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { requestBody }]) => path.startsWith('/management/v1/') && requestBody !== undefined)
      .map(([method]) => `${method.toUpperCase()} ${path}`),
  );
  expect(routes.toSorted()).toEqual(Object.keys(BODIES).toSorted());
  for (const [route, body] of Object.entries(BODIES)) {
    const [method = '', path = ''] = route.split(' ');
    for (const [at, changed] of withOneMore(body, (key) => `${key}x`)) {
      const answer = await ask(method, filled(path), changed as object);
      expect([route, answer.status, answer.at]).toEqual([route, 400, [at]]);
    }
    for (const name of ['zzzzzz', 'constructor']) {
      for (const [at, changed] of withOneMore(body, () => name)) {
        const answer = await ask(method, filled(path), changed as object);
        expect([route, answer.unused]).toEqual([route, at]);
        expect(answer.at).not.toContain(at);
      }
    }
  }
});

it('a slip in a body is named first by each route of our own, whatever else is wrong with it', async () => {
  const { paths, components } = (await ask('GET', '/api/openapi.json')).json as unknown as OpenApi;
  const silent: string[] = [];
  let asked = 0;
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, { requestBody }] of Object.entries(operations)) {
      const schema = requestBody?.content['application/json']?.schema;
      const [name] = Object.keys(resolved(schema, components.schemas)?.properties ?? {});
      if (!path.startsWith('/api/v1/') || name === undefined) continue;
      asked += 1;
      const url = path.replace('{counterId}', '1').replaceAll(/\{\w+\}/g, '1');
      const answer = await ask(method.toUpperCase(), url, { [`${name}x`]: 1 });
      if (answer.status !== 400 || answer.at[0] !== `${name}x`)
        silent.push(`${method} ${path} ${name}: ${JSON.stringify(answer.json)}`);
    }
  }
  expect(silent).toEqual([]);
  expect(asked).toBeGreaterThan(40);
});

it('what a client has of its own is taken, said and not used, whatever it is called', async () => {
  const { status, unused } = await ask('PUT', '/management/v1/counter/1', {
    counter: { name: 'Shop', 'их, поле\r\n': 1 },
  });
  expect([status, unused]).toEqual([200, 'counter.??????????']);
});

it('ten are told of however many there are', async () => {
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`zzzzzz${index}`, 1]));
  const { status, unused } = await ask('PUT', '/management/v1/counter/1', { counter: many });
  expect([status, unused?.split(', ').length]).toEqual([200, 10]);
});

it('a slip of the pen is told by the right name', async () => {
  const { json } = await ask('PUT', '/management/v1/counter/1', { counter: { curency: 'EUR' } });
  expect((json as unknown as ApiError).message).toBe(
    'Unknown field "counter.curency". Did you mean "currency"?',
  );
});

it.each(['foo', 'goal', 'goals,foo', 'mirrors,__proto__', 'Goals'])(
  'field=%s names what there is not',
  async (field) => {
    for (const [method, path, body] of [
      ['GET', '/management/v1/counters'],
      ['GET', '/management/v1/counter/1'],
      ['PUT', '/management/v1/counter/1', { counter: {} }],
      ['POST', '/management/v1/counters', { counter: { site2: { site: 'x.example' } } }],
    ] as const) {
      const answer = await ask(method, `${path}?field=${field}`, body);
      expect([path, answer.status, answer.at]).toEqual([path, 400, ['field']]);
    }
  },
);

it.each([
  ['goals', [{ name: 'a', type: 'action' }]],
  ['grants', [{ user_login: 'eve@example.com', perm: 'edit' }]],
  ['filters', [{ attr: 'uniq_id', value: '1' }]],
  ['operations', [{ action: 'cut_parameter' }]],
  ['labels', [{ id: 1 }]],
  ['measurement_tokens', ['x']],
  ['status', 'Deleted'],
  ['type', 'partner'],
])('%s of a counter is not left out in silence', async (name, value) => {
  const counter = { [name]: value };
  const made = await ask('POST', '/management/v1/counters', {
    counter: { ...counter, site2: { site: 'y.example' } },
  });
  expect([made.status, made.at]).toEqual([400, [`counter.${name}`]]);
  const changed = await ask('PUT', '/management/v1/counter/1', { counter });
  expect([changed.status, changed.at]).toEqual([400, [`counter.${name}`]]);
});

it('whole objects come back as they were read, and as the field has them', async () => {
  const fields = 'goals,mirrors,grants,filters,operations,counter_flags,measurement_tokens,code';
  const { json } = await ask('GET', `/management/v1/counter/1?field=${fields}`);
  const counter = json['counter'] as Json;
  const theirs = {
    webvisor: { arch_enabled: false },
    code_options: { visor: true },
    filters: [],
    operations: [],
  };
  const back = await ask('PUT', '/management/v1/counter/1', { counter: { ...counter, ...theirs } });
  expect([back.status, back.at]).toEqual([200, []]);
  const list = (await ask('GET', '/management/v1/counter/1/goals')).json['goals'] as Json[];
  const read = list[0] ?? {};
  const steps = (read['steps'] as Json[]).map((step) => ({
    ...step,
    id: 3,
    flag: '',
    goal_source: 'user',
  }));
  const goal = { ...read, steps };
  expect((await ask('PUT', `/management/v1/counter/1/goal/${goalId}`, { goal })).status).toBe(200);
  const segment = (await ask('GET', `/management/v1/counter/1/apisegment/segment/${segmentId}`)).json;
  expect((await ask('PUT', `/management/v1/counter/1/apisegment/segment/${segmentId}`, segment)).status).toBe(
    200,
  );
});
