/** Permission on counters, attacked: by addresses that are none, by colleagues who want more, by lies about the host. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCounter, PASSWORD, type Someone } from '../../packages/server/test/access/people.ts';
import { type AccessStage, give, grantOf, grantsOf, openAccessStage } from './abuse-access-stage.ts';
import { raw, request } from './abuse-tools.ts';
import { createApi } from './api.ts';

let stage: AccessStage;
let owner: Someone;
beforeAll(async () => {
  stage = await openAccessStage();
  ({ owner } = stage);
});
afterAll(() => stage[Symbol.asyncDispose]());

describe('addresses of people', () => {
  it.each([
    ['with a line break', 'eve@example.com\r\nBcc: all@example.com'],
    ['two of them', 'eve@example.com, owner@example.com'],
    ['with a name', 'Owner <eve@example.com>'],
    ['with letters that look alike', 'оwner@example.com'],
    ['wide', 'ｏwner@example.com'],
    ['with what is not seen', 'owner\u200B@example.com'],
    ['with an end', 'owner@example.com\u0000'],
    ['none', ''],
    ['a list', ['owner@example.com']],
    ['a condition', { $ne: '' }],
  ])('%s: are none', async (_what, login) => {
    const id = await makeCounter(owner);
    const answer = await owner.call('POST', grantsOf(id), { grant: { user_login: login, perm: 'view' } });
    expect(answer.status).toBe(400);
    expect((await stage.nobody().call('POST', '/api/v1/password/letter', { user_login: login })).status).toBe(
      400,
    );
  });

  it.each(['OWNER@EXAMPLE.COM', ' owner@example.com ', 'Owner@Example.Com'])(
    '%j is the owner’s, however it is written',
    async (login) => {
      const { id, them } = await stage.colleague();
      expect((await give(them, id, login)).status).toBe(409);
      expect((await them.call('DELETE', grantOf(id, login))).status).toBe(403);
    },
  );
});

/** Asked by POST, since a question may be long, and changing nothing. */
const ONLY_READS = ['/goal-preview', '/test-mode', '/retention/preview'];

describe('[A1] a colleague', () => {
  it('makes nobody an owner, and nobody more than may edit', async () => {
    const { id, login, them } = await stage.colleague();
    for (const perm of ['own', 'owner', 'admin', 'EDIT', 'public_stat', '', null, ['edit'], 2]) {
      const grant = { user_login: login, perm };
      const asked = { grant: { user_login: stage.anybody(), perm } };
      expect([perm, (await them.call('PUT', grantOf(id), { grant })).status]).toEqual([perm, 400]);
      expect([perm, (await them.call('POST', grantsOf(id), asked)).status]).toEqual([perm, 400]);
    }
    const counter = { counter: { owner_login: login, permission: 'own', ownerId: login } };
    await them.call('PUT', `/management/v1/counter/${id}`, counter);
    expect((await them.call('GET', `/management/v1/counter/${id}`)).body).toMatchObject({
      counter: { permission: 'edit', owner_login: stage.server.owner.email },
    });
  });

  it('who may only look changes nothing, by session and by token', async () => {
    const { id, them } = await stage.colleague('view');
    const made = await them.call<{ token: { value: string } }>('POST', '/api/v1/tokens', {
      token: { name: 'all', scope: 'write' },
    });
    const api = createApi(stage.url, made.body.token.value);
    const { body } = await api.call<{ paths: Record<string, Record<string, { security: unknown[] }>> }>(
      'GET',
      '/api/openapi.json',
    );
    const changes = Object.entries(body.paths)
      .filter(([path]) => path.includes('{counterId}'))
      .flatMap(([path, methods]) =>
        Object.entries(methods)
          .filter(([method, { security }]) => method !== 'get' && security.length > 0)
          .map(([method]) => [method.toUpperCase(), path.replace('{counterId}', String(id))] as const),
      )
      .filter(([, path]) => !ONLY_READS.some((name) => path.endsWith(name)));
    expect(changes).toContainEqual(['POST', `/api/v1/counters/${id}/password-link`]);
    expect(changes).toContainEqual(['POST', `/api/v1/counters/${id}/chat/mail/test`]);
    expect(changes.length).toBeGreaterThan(15);
    for (const [method, path] of changes) {
      for (const by of [them, api])
        expect([method, path, (await by.call(method, path, {})).status]).toEqual([method, path, 403]);
    }
    for (const path of [
      grantsOf(id),
      `/api/v1/counters/${id}/invitations`,
      `/api/v1/counters/${id}/chat/webhooks`,
      `/api/v1/counters/${id}/chat/deliveries`,
    ])
      expect([path, (await them.call('GET', path)).status]).toEqual([path, 403]);
  });

  it('gives nothing of a counter that is deleted', async () => {
    const { id, login, them } = await stage.colleague();
    const grant = { user_login: login, perm: 'view' };
    await owner.call('DELETE', `/management/v1/counter/${id}`);
    for (const by of [owner, them]) {
      expect((await give(by, id, stage.anybody())).status).toBe(404);
      expect((await by.call('PUT', grantOf(id), { grant })).status).toBe(404);
      expect((await by.call('POST', `/api/v1/counters/${id}/chat/mail/test`)).status).not.toBe(200);
    }
  });

  it('is let in by no page of another site', async () => {
    const { id } = await stage.colleague();
    const body = JSON.stringify({ grant: { user_login: stage.anybody(), perm: 'edit' } });
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      {},
    ] as Record<string, string>[]) {
      const answer = await fetch(`${stage.url}${grantsOf(id)}`, {
        method: 'POST',
        headers: { cookie: owner.cookie, 'content-type': 'text/plain', ...headers },
        body,
      });
      expect([headers, answer.status]).toEqual([headers, 403]);
    }
  });
});

it('links lead to this server, whatever the request says that it is called', async () => {
  const { id, login } = await stage.colleague();
  const lies = {
    Host: 'evil.example',
    'X-Forwarded-Host': 'evil.example',
    'X-Forwarded-Proto': 'http',
    Forwarded: 'host=evil.example',
    'X-Original-Host': 'evil.example',
    'Content-Type': 'application/json',
  };
  const asked = JSON.stringify({ user_login: login });
  await raw(stage.url, request('POST /api/v1/password/letter', lies, asked));
  const letter = await stage.receiver.next(
    ({ to, text }) => to.includes(login) && text.includes('/password?token='),
  );
  const guest = stage.anybody();
  const authorised = { ...lies, Authorization: `OAuth ${stage.server.token}` };
  const grant = JSON.stringify({ grant: { user_login: guest, perm: 'view' } });
  const invited = await raw(stage.url, request(`POST ${grantsOf(id)}`, authorised, grant));
  const mailed = await stage.receiver.next(({ to }) => to.includes(guest));
  const made = await raw(stage.url, request(`POST /api/v1/counters/${id}/password-link`, authorised, asked));
  for (const text of [letter.raw, mailed.raw, invited.text, made.text]) {
    expect(text).not.toContain('evil.example');
    expect(text).toContain('https://stats.example/');
  }
});

it('nobody is told which addresses have accounts', async () => {
  const answers = await Promise.all(
    [stage.server.owner.email, stage.anybody()].map(async (email) => {
      const answer = await fetch(`${stage.url}/api/auth/sign-in/email`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: stage.url },
        body: JSON.stringify({ email, password: 'wrong password' }),
      });
      const letter = await stage.nobody().call('POST', '/api/v1/password/letter', { user_login: email });
      return [answer.status, await answer.text(), answer.headers.getSetCookie(), letter];
    }),
  );
  expect(answers[0]).toEqual(answers[1]);
  for (const path of [
    'sign-up/email',
    'request-password-reset',
    'change-email',
    'delete-user',
    'verify-email',
  ]) {
    const asked = {
      email: stage.server.owner.email,
      newEmail: stage.anybody(),
      name: 'x',
      password: PASSWORD,
    };
    const answer = await fetch(`${stage.url}/api/auth/${path}`, {
      method: 'POST',
      headers: { cookie: owner.cookie, origin: stage.url, 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
    expect([path, answer.ok]).toEqual([path, false]);
  }
  expect((await owner.call('GET', '/api/v1/me')).body).toMatchObject({ login: stage.server.owner.email });
});
