/** Every endpoint of the document refuses query parameters that it does not know, and names them [M27]. */
import type { ApiError } from '@goalpost/contract/management';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TAKEN_UNUSED } from '../src/http/answers/known-parameters.ts';
import { startServer, type TestServer } from './start-server.ts';

interface Operation {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}

interface Route {
  readonly method: string;
  readonly path: string;
  readonly names: readonly string[];
}

let server: TestServer;
let routes: Route[];
beforeAll(async () => {
  server = await startServer();
  const answer = await fetch(`${server.url}/api/openapi.json`);
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, Operation>> };
  routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters = [] }]) => ({
      method: method.toUpperCase(),
      path,
      names: parameters.filter((one) => one.in === 'query').map(({ name }) => name),
    })),
  );
  await ask('POST', '/management/v1/counters', { counter: { id: 1, site2: { site: 'shop.example' } } });
});
afterAll(() => server.close());

async function ask(method: string, path: string, body?: object) {
  const answer = await fetch(server.url + path, {
    method,
    headers: { authorization: `OAuth ${server.token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, text: await answer.text() };
}

const errorsOf = (text: string): ApiError['errors'] => {
  const { errors = [] } = JSON.parse(text) as Partial<ApiError>;
  return errors;
};

/** What pages send is read by its own rules, and a person follows links to files, to which mail programs add. */
const OPEN_TO_ALL = [/^\w+ \/(watch|clmap)\//, /^GET \/chat\/v1\/files\//];
const isStrict = ({ method, path }: Route): boolean =>
  !OPEN_TO_ALL.some((pattern) => pattern.test(`${method} ${path}`));
const filled = (path: string): string => path.replaceAll(/\{[^}]*\}/g, '1');

it('a name that no endpoint has', async () => {
  expect(routes.length).toBeGreaterThan(40);
  for (const { method, path } of routes.filter(isStrict)) {
    const { status, text } = await ask(method, `${filled(path)}?zzzzzz=1`);
    expect([method, path, status]).toEqual([method, path, 400]);
    expect(errorsOf(text)).toEqual([
      { error_type: 'invalid_parameter', message: 'Unknown parameter "zzzzzz".', location: 'zzzzzz' },
    ]);
  }
});

it('each known name with a letter too many is told by its right spelling', async () => {
  for (const { method, path, names } of routes.filter(isStrict)) {
    for (const name of names.filter((one) => one.length > 3)) {
      const { status, text } = await ask(method, `${filled(path)}?${name}x=1`);
      expect([path, name, status]).toEqual([path, name, 400]);
      expect(errorsOf(text)[0]?.message).toBe(`Unknown parameter "${name}x". Did you mean "${name}"?`);
    }
  }
});

it.each([
  ['filter=x', 'filters'],
  ['Metrics=x', 'metrics'],
  ['ids[]=1', 'ids'],
  ['date-1=today', 'date1'],
])('%s means %s', async (query, meant) => {
  const { text } = await ask('GET', `/stat/v1/data?${query}`);
  expect(errorsOf(text)[0]?.message).toContain(`Did you mean "${meant}"?`);
});

it.each(['segment=1', 'filters_a=x', 'foo=bar', 'access_filter_id=1', '__proto__=1', 'constructor=1'])(
  '%s would change the answer, or means nothing: refused at all reports',
  async (query) => {
    for (const kind of ['data', 'data.csv', 'data/bytime', 'data/bytime.csv']) {
      const asked = `/stat/v1/${kind}?ids=1&metrics=ym:s:visits&${query}`;
      expect([query, (await ask('GET', asked)).status]).toEqual([query, 400]);
    }
  },
);

it('several are all named', async () => {
  const { text } = await ask('GET', '/stat/v1/data?ids=1&metrics=ym:s:visits&foo=1&bar=2');
  expect(errorsOf(text).map(({ location }) => location)).toEqual(['foo', 'bar']);
});

it('[M27] what a kind of report takes and does not use is named in the answer', async () => {
  const header = async (path: string) => {
    const answer = await fetch(`${server.url}/stat/v1/${path}&ids=1&metrics=ym:s:visits`, {
      headers: { authorization: `OAuth ${server.token}` },
    });
    return [answer.status, answer.headers.get('x-goalpost-unused')];
  };
  expect(await header('data?top_keys=3&row_ids=[[%22a%22]]&limit=2')).toEqual([200, 'top_keys, row_ids']);
  expect(await header('data.csv?top_keys=3')).toEqual([200, 'top_keys']);
  expect(await header('data/bytime?limit=5&sort=ym:s:visits&top_keys=2')).toEqual([200, 'sort, limit']);
  expect(await header('data?limit=5')).toEqual([200, null]);
});

it('what is taken and not used is taken everywhere', async () => {
  const values: Readonly<Record<string, string>> = { lang: 'ru', callback: 'take' };
  const taken = [...Object.keys(TAKEN_UNUSED), 'pretty'].map((name) => `${name}=${values[name] ?? '1'}`);
  for (const path of [
    '/stat/v1/data?ids=1&metrics=ym:s:visits&',
    '/management/v1/counters?',
    '/management/v1/counter/1?',
  ])
    expect((await ask('GET', path + taken.join('&'))).status).toBe(200);
});

it('counters by kind and by how robots are kept apart, as the field asks', async () => {
  const rows = async (query: string) =>
    (JSON.parse((await ask('GET', `/management/v1/counters?${query}`)).text) as { rows: number }).rows;
  expect([await rows('type=simple'), await rows('type=partner')]).toEqual([1, 0]);
  expect([await rows('robots=1'), await rows('robots=2'), await rows('robots=0')]).toEqual([1, 1, 0]);
});
