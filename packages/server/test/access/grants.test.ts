/** Permission on counters, over real HTTP: given, changed, taken away, and by whom. */
import type { Grant, GrantMade } from '@goalpost/contract/management';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../start-server.ts';
import { letIn, makeCounter, ownerOf, someone, type Someone } from './people.ts';

let server: TestServer;
let owner: Someone;
let numbers = 0;
beforeAll(async () => {
  server = await startServer();
  owner = await ownerOf(server);
});
afterAll(() => server.close());

const anybody = () => `person${(numbers += 1)}@example.com`;
const grantsOf = (counterId: number) => `/management/v1/counter/${counterId}/grants`;
const grantOf = (counterId: number, login = '') =>
  `/management/v1/counter/${counterId}/grant${login === '' ? '' : `?user_login=${encodeURIComponent(login)}`}`;

async function person(counterId: number, perm: 'view' | 'edit' = 'edit') {
  const login = anybody();
  return { login, by: await letIn(server, owner, { counterId, login, perm }) };
}

it('[A2] gives permission to who has an account at once, in the field’s shape', async () => {
  const [first, second] = [await makeCounter(owner), await makeCounter(owner)];
  const { login, by } = await person(first);
  const grant = { user_login: login.toUpperCase(), perm: 'view', comment: 'sales' };
  const made = await owner.call<GrantMade>('POST', grantsOf(second), { grant });
  expect(made.status).toBe(200);
  expect(made.body).toEqual({
    grant: {
      user_login: login,
      perm: 'view',
      filters: '',
      comment: 'sales',
      created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    },
  });
  expect((await owner.call('GET', grantsOf(second))).body).toEqual({ grants: [made.body.grant] });
  expect((await owner.call('GET', grantOf(second, login))).body).toEqual({ grant: made.body.grant });
  const seen = await by.call('GET', `/management/v1/counter/${second}`);
  expect(seen.body).toMatchObject({ counter: { permission: 'view', owner_login: server.owner.email } });
  expect((await owner.call('POST', grantsOf(second), { grant })).body).toMatchObject({
    code: 409,
    errors: [{ error_type: 'conflict', location: 'grant.user_login' }],
  });
});

it('[A5] changes permission, and takes it away at once, from reports too', async () => {
  const id = await makeCounter(owner);
  const { login, by } = await person(id, 'view');
  const change = { counter: { name: 'Theirs' } };
  expect((await by.call('PUT', `/management/v1/counter/${id}`, change)).status).toBe(403);
  const changed = await owner.call('PUT', grantOf(id), { grant: { user_login: login, perm: 'edit' } });
  expect(changed.body).toMatchObject({ grant: { user_login: login, perm: 'edit' } });
  expect((await by.call('PUT', `/management/v1/counter/${id}`, change)).status).toBe(200);
  const report = `/stat/v1/data?ids=${id}&metrics=ym:s:visits`;
  expect((await by.call('GET', report)).status).toBe(200);
  expect((await owner.call('DELETE', grantOf(id, login))).body).toEqual({ success: true });
  expect((await by.call('GET', report)).status).toBe(403);
  expect((await by.call('GET', '/management/v1/counters')).body).toEqual({ rows: 0, counters: [] });
  expect((await by.call('GET', '/api/v1/me')).status).toBe(200);
  expect((await owner.call('DELETE', grantOf(id, login))).status).toBe(404);
  const put = { grant: { user_login: login, perm: 'edit' } };
  expect((await owner.call('PUT', grantOf(id), put)).status).toBe(404);
});

it('[A2] is for the owner and those who may edit, of this counter', async () => {
  const [id, other] = [await makeCounter(owner), await makeCounter(owner)];
  const [editor, viewer, stranger] = [await person(id), await person(id, 'view'), await person(other)];
  const grant = { user_login: stranger.login, perm: 'view' };
  for (const by of [viewer.by, stranger.by]) {
    expect((await by.call('GET', grantsOf(id))).status).toBe(403);
    expect((await by.call('POST', grantsOf(id), { grant })).status).toBe(403);
    expect((await by.call('PUT', grantOf(id), { grant })).status).toBe(403);
    expect((await by.call('DELETE', grantOf(id, editor.login))).status).toBe(403);
    expect((await by.call('GET', `/api/v1/counters/${id}/invitations`)).status).toBe(403);
  }
  expect((await someone(server.url).call('GET', grantsOf(id))).status).toBe(401);
  expect((await editor.by.call('POST', grantsOf(id), { grant })).status).toBe(200);
  expect((await editor.by.call<{ grants: Grant[] }>('GET', grantsOf(id))).body.grants).toHaveLength(3);
  expect((await editor.by.call('DELETE', grantOf(id, viewer.login))).status).toBe(200);
  expect((await owner.call('GET', grantsOf(77_777_777))).status).toBe(404);
});

it('[A3] leaves the owner what is theirs', async () => {
  const id = await makeCounter(owner);
  const { by } = await person(id);
  const grant = { user_login: server.owner.email, perm: 'view' };
  expect((await by.call('PUT', grantOf(id), { grant })).status).toBe(403);
  expect((await by.call('DELETE', grantOf(id, server.owner.email))).status).toBe(403);
  expect((await by.call('POST', grantsOf(id), { grant })).status).toBe(409);
  expect((await by.call('DELETE', `/management/v1/counter/${id}`)).status).toBe(403);
  expect((await owner.call('GET', `/management/v1/counter/${id}`)).body).toMatchObject({
    counter: { permission: 'own' },
  });
});

it('shows grants with counters to those who may change them', async () => {
  const id = await makeCounter(owner);
  const [editor, viewer] = [await person(id), await person(id, 'view')];
  const path = `/management/v1/counter/${id}?field=grants,goals`;
  const logins = [editor.login, viewer.login].toSorted();
  for (const by of [owner, editor.by]) {
    const { body } = await by.call<{ counter: { grants: Grant[] } }>('GET', path);
    expect(body.counter.grants.map((grant) => grant.user_login).toSorted()).toEqual(logins);
  }
  const { body } = await viewer.by.call<{ counter: object }>('GET', path);
  expect(body.counter).not.toHaveProperty('grants');
});

it.each([
  [{ user_login: 'nobody', perm: 'view' }, 'grant.user_login'],
  [{ user_login: 'a@example.com', perm: 'public_stat' }, 'grant.perm'],
  [{ user_login: 'a@example.com', perm: 'own' }, 'grant.perm'],
  [{ perm: 'view' }, 'grant.user_login'],
  [{ user_login: 'a@example.com', perm: 'view', comment: 'x'.repeat(256) }, 'grant.comment'],
])('refuses %j', async (grant, location) => {
  const id = await makeCounter(owner);
  const answer = await owner.call('POST', grantsOf(id), { grant });
  expect(answer).toMatchObject({ status: 400, body: { errors: [{ location }] } });
});
