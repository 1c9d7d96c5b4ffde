/** Every route of a counter that was deleted: it is not there, but for what the list below names. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../start-server.ts';
import { letIn, makeCounter, ownerOf, type Answer, type Someone } from './people.ts';

/** What the owner of a deleted counter, and people whose data it still has, can ask for; written by hand [A76]. */
const STILL_THERE = [
  'POST /management/v1/counter/{counterId}/undelete',
  'POST /api/v1/counters/{counterId}/purge',
  'POST /api/v1/counters/{counterId}/people/find',
  'POST /api/v1/counters/{counterId}/people/export',
  'POST /api/v1/counters/{counterId}/people/erasures',
  'GET /api/v1/counters/{counterId}/people/erasures',
  'GET /api/v1/counters/{counterId}/people/erasures/{erasureId}',
  'GET /api/v1/counters/{counterId}/retention',
  'PUT /api/v1/counters/{counterId}/retention',
  'POST /api/v1/counters/{counterId}/retention/preview',
  'POST /api/v1/counters/{counterId}/retention/runs',
  'GET /api/v1/counters/{counterId}/processing-record',
];

interface Documented {
  readonly 'x-permission'?: string;
  readonly 'x-of-deleted'?: boolean;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
}
interface Route extends Documented {
  readonly name: string;
  readonly method: string;
  readonly path: string;
}

let server: TestServer;
let owner: Someone;
let editor: Someone;
let deleted: number;
let routes: readonly Route[];

beforeAll(async () => {
  server = await startServer();
  owner = await ownerOf(server);
  deleted = await makeCounter(owner);
  editor = await letIn(server, owner, { counterId: deleted, login: 'edit@example.com', perm: 'edit' });
  const document = await owner.call<{ paths: Record<string, Record<string, Documented>> }>(
    'GET',
    '/api/openapi.json',
  );
  routes = Object.entries(document.body.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, one]) => ({
      ...one,
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
    })),
  );
  expect((await owner.call('DELETE', `/management/v1/counter/${deleted}`)).status).toBe(200);
});
afterAll(() => server.close());

const below = (): Route[] =>
  routes.filter((route) => route.path.includes('{counterId}') && route['x-permission'] !== 'public');
const named = (list: readonly Route[]): string[] => list.map(({ name }) => name).toSorted();

/** No body is one that a route takes: what is answered is answered before it is looked at. */
const ask = (by: Someone, { method, path }: Route): Promise<Answer<object>> =>
  by.call(
    method,
    path.replace('{counterId}', String(deleted)).replaceAll(/\{[^}]*\}/g, '1'),
    method === 'GET' || method === 'DELETE' ? undefined : {},
  );

const isGone = ({ status, body }: Answer<object>): boolean =>
  status === 404 && ['counterId', 'ids'].includes(body.errors?.[0]?.location ?? '');

it('[A76] is answered as one that never was, by each route but those of the list', async () => {
  const there: Route[] = [];
  for (const route of below()) if (!isGone(await ask(editor, route))) there.push(route);
  // What only the owner may do is refused as before: no one else is told that the counter is deleted.
  const ownersAlone = named(below().filter((route) => route['x-permission'] === 'own'));
  expect(ownersAlone.length).toBeGreaterThan(2);
  expect(named(there)).toEqual([...new Set([...STILL_THERE, ...ownersAlone])].toSorted());
  expect(below().length).toBeGreaterThan(100);
});

it('[A76] is so for its owner, too, whose routes alone bring it back or empty it', async () => {
  const there: Route[] = [];
  const changes = STILL_THERE.slice(0, 2);
  for (const route of below())
    if (!changes.includes(route.name) && !isGone(await ask(owner, route))) there.push(route);
  expect(named(there)).toEqual(STILL_THERE.slice(2).toSorted());
  expect(named(below().filter((route) => route['x-of-deleted'] === true))).toEqual(STILL_THERE.toSorted());
});

it('[A76] is so where its number is told in a parameter or a body', async () => {
  const naming = routes.filter(
    (route) =>
      route['x-permission'] === 'account' && route.parameters?.some(({ name }) => /^ids?$/.test(name)),
  );
  expect(naming.length).toBeGreaterThan(20);
  const there: string[] = [];
  for (const { method, path, name } of naming) {
    const query = `ids=${deleted}&id=${deleted}&metrics=ym:s:visits`;
    const answer = await owner.call(method, `${path}?${query}`, method === 'GET' ? undefined : {});
    if (answer.status === 200 || answer.status >= 500) there.push(`${name}: ${answer.status}`);
  }
  expect(there).toEqual([]);
  const standing = await makeCounter(owner);
  const both = await owner.call('POST', `/api/v1/counters/${standing}/invitations/bulk`, {
    user_logins: ['late@example.com'],
    perm: 'view',
    counters: [deleted],
  });
  expect(both.status).toBe(404);
  expect(
    (await owner.call<{ invitations: [] }>('GET', `/api/v1/counters/${standing}/invitations`)).body,
  ).toEqual({ invitations: [] });
});

it('[A76] restored, it is as it was', async () => {
  expect((await owner.call('POST', `/management/v1/counter/${deleted}/undelete`)).status).toBe(200);
  const canned = `/api/v1/counters/${deleted}/chat/canned`;
  expect((await editor.call('PUT', canned, { canned: [] })).status).toBe(200);
});
