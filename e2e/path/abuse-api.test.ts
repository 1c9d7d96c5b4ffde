/** The API and the accounts, asked by those who should not get what they ask for. */
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../../packages/server/test/start-server.ts';
import { type Api, createApi } from './api.ts';

let server: TestServer;
let api: Api;
let counter: number;
beforeAll(async () => {
  server = await startServer();
  api = createApi(server.url, server.token);
  counter = await api.createCounter();
});
afterAll(() => server.close());

describe('bodies', () => {
  const goals = () => `/management/v1/counter/${counter}/goals`;
  const send = async (body: string) => {
    const answer = await fetch(`${server.url}${goals()}`, {
      method: 'POST',
      headers: { authorization: `OAuth ${server.token}`, 'content-type': 'application/json' },
      body,
    });
    return { status: answer.status, text: await answer.text() };
  };
  const million = (item: string) => Array<string>(400_000).fill(item).join(',');

  it.each([
    ['10,000 levels of lists', `${'['.repeat(10_000)}${']'.repeat(10_000)}`, 400],
    ['10,000 levels of objects', `${'{"goal":'.repeat(10_000)}1${'}'.repeat(10_000)}`, 400],
    ['conditions without end', `{"goal":{"name":"n","type":"action","conditions":[${million('1')}]}}`, 400],
    ['steps without end', `{"goal":{"name":"n","type":"step","steps":[${million('1')}]}}`, 400],
    ['more than a megabyte', JSON.stringify({ goal: { name: 'x'.repeat(1_100_000) } }), 413],
    ['an infinite price', '{"goal":{"name":"n","type":"action","default_price":1e400,"conditions":[]}}', 400],
    [
      'a NUL',
      String.raw`{"goal":{"name":"\u0000","type":"action","conditions":[{"type":"exact","url":"x"}]}}`,
      400,
    ],
    ['no object', 'null', 400],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]).toString('latin1'), 400],
  ])('%s', async (_what, body, status) => {
    const answer = await send(body);
    expect(answer.status).toBe(status);
    expect(answer.text.length).toBeLessThan(2_000);
  });

  it('keys of prototypes change nothing', async () => {
    const evil = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}';
    const { status, text } = await send(
      `{${evil},"goal":{${evil},"name":"n","type":"action","conditions":[{${evil},"type":"exact","url":"proto"}]}}`,
    );
    expect(status).toBe(200);
    expect(text).not.toContain('polluted');
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('another account', () => {
  let stranger: Api;
  beforeAll(() => {
    const [id, token, now] = [randomUUID(), 'token-of-a-stranger', new Date().toISOString()];
    const db = new DatabaseSync(join(server.dataDir, 'records.db'), { timeout: 60_000 });
    db.prepare(
      'INSERT INTO auth_user (id, name, email, emailVerified, createdAt, updatedAt) VALUES (?, ?, ?, 0, ?, ?)',
    ).run(id, 'Stranger', 'stranger@example.com', now, now);
    db.prepare(
      'INSERT INTO tokens (id, account_id, name, hash, scope, created_at) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(randomUUID(), id, 'own', createHash('sha256').update(token).digest('hex'), 'write', Date.now());
    db.close();
    stranger = createApi(server.url, token);
  });

  it('gets 403 for every address of a counter that is not its own, and sees none of it', async () => {
    const { goal } = (
      await api.call<{ goal: { id: number } }>('POST', `/management/v1/counter/${counter}/goals`, {
        goal: { name: 'Secret', type: 'action', conditions: [{ type: 'exact', url: 'secret' }] },
      })
    ).body;
    const document = await api.call<{ paths: Record<string, Record<string, { security: unknown[] }>> }>(
      'GET',
      '/api/openapi.json',
    );
    // Those with no security are what a page asks for its visitors.
    const addresses = Object.entries(document.body.paths)
      .filter(([path]) => path.includes('{counterId}'))
      .flatMap(([path, methods]) =>
        Object.entries(methods)
          .filter(([, { security }]) => security.length > 0)
          .map(([method]) => [method.toUpperCase(), path] as const),
      );
    expect(addresses.length).toBeGreaterThan(10);
    for (const [method, path] of addresses) {
      const url = path.replace('{counterId}', String(counter)).replace('{goalId}', String(goal.id));
      const { status, body } = await stranger.call(method, url, method === 'GET' ? undefined : {});
      expect([method, path, status]).toEqual([method, path, 403]);
      expect(JSON.stringify(body)).not.toContain('Secret');
    }
    const reports = await stranger.call('GET', `/stat/v1/data?ids=${counter}&metrics=ym:s:visits`);
    expect(reports.status).toBe(403);
    expect((await stranger.call('GET', '/management/v1/counters')).body).toMatchObject({
      rows: 0,
      counters: [],
    });
  });

  it('cannot take a number that is taken, nor see whether a token of another is there', async () => {
    const taken = { counter: { id: counter, site2: { site: 'evil.example' } } };
    expect((await stranger.call('POST', '/management/v1/counters', taken)).status).toBe(409);
    const made = await api.call<{ token: { id: string; value: string } }>('POST', '/api/v1/tokens', {
      token: { name: 'mine', scope: 'read' },
    });
    expect((await stranger.call('DELETE', `/api/v1/tokens/${made.body.token.id}`)).status).toBe(404);
    expect((await stranger.call('DELETE', `/api/v1/tokens/${randomUUID()}`)).status).toBe(404);
    expect((await createApi(server.url, made.body.token.value).call('GET', '/api/v1/me')).status).toBe(200);
  });
});

describe('tokens', () => {
  it('one that may read changes nothing; one that is revoked opens nothing, at once', async () => {
    const { token } = (
      await api.call<{ token: { id: string; value: string } }>('POST', '/api/v1/tokens', {
        token: { name: 'reader', scope: 'read' },
      })
    ).body;
    const reader = createApi(server.url, token.value);
    expect((await reader.call('GET', '/management/v1/counters')).status).toBe(200);
    for (const [method, path, body] of [
      ['POST', '/management/v1/counters', { counter: { site2: { site: 'a.example' } } }],
      ['PUT', `/management/v1/counter/${counter}`, { counter: { name: 'taken over' } }],
      ['DELETE', `/management/v1/counter/${counter}`, undefined],
      ['POST', '/api/v1/tokens', { token: { name: 'more', scope: 'write' } }],
      ['PUT', '/api/v1/me', { language: 'ru' }],
    ] as const) {
      expect([method, path, (await reader.call(method, path, body)).status]).toEqual([method, path, 403]);
    }
    await api.call('DELETE', `/api/v1/tokens/${token.id}`);
    expect((await reader.call('GET', '/management/v1/counters')).status).toBe(401);
  });
});

describe('a session', () => {
  const signIn = async (headers: Record<string, string> = {}) => {
    const answer = await fetch(`${server.url}/api/auth/sign-in/email`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url, ...headers },
      body: JSON.stringify(server.owner),
    });
    expect(answer.status).toBe(200);
    return answer.headers.getSetCookie()[0] ?? '';
  };
  const create = async (cookie: string, headers: Record<string, string>) => {
    const answer = await fetch(`${server.url}/management/v1/counters`, {
      method: 'POST',
      headers: { cookie: cookie.split(';')[0] ?? '', 'content-type': 'text/plain', ...headers },
      body: JSON.stringify({ counter: { site2: { site: 'a.example' } } }),
    });
    return answer.status;
  };

  it('serves pages of this server alone', async () => {
    const cookie = await signIn();
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(await create(cookie, { origin: server.url })).toBe(200);
    const { host } = new URL(server.url);
    for (const origin of [
      'https://evil.example',
      'null',
      `http://${host}.evil.example`,
      `http://${host}@evil.example`,
      'http://127.0.0.1:1',
    ]) {
      expect([origin, await create(cookie, { origin })]).toEqual([origin, 403]);
    }
    expect(await create(cookie, {})).toBe(403);
  });

  it('is made anew by signing in: one that was put there beforehand is worth nothing', async () => {
    const planted = 'goalpost.session_token=planted.by-somebody-else';
    const cookie = await signIn({ cookie: planted });
    expect(cookie).not.toContain('planted');
    expect(await create(planted, { origin: server.url })).toBe(401);
  });
});

describe('the link for setting up', () => {
  it('makes one owner, however often and at once it is used, and only for whoever holds it', async () => {
    await using fresh = await open();
    const token = new URL(fresh.setupUrl ?? '').searchParams.get('token');
    const use = async (email: string, given: unknown = token) => {
      const answer = await fetch(`${fresh.url}/api/v1/setup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: given, email, password: 'a good password' }),
      });
      return answer.status;
    };
    for (const wrong of ['', 'x', null, {}, ['x'], `${token}x`])
      expect(await use('evil@example.com', wrong)).not.toBe(200);
    const raced = await Promise.all(
      Array.from({ length: 8 }, (_, index) => use(`owner${index}@example.com`)),
    );
    expect(raced.toSorted()).toEqual([200, ...Array<number>(7).fill(409)]);
    expect(await use('late@example.com')).toBe(409);
  });

  async function open() {
    const fresh = await startServer({ setup: true });
    return Object.assign(fresh, { [Symbol.asyncDispose]: () => fresh.close() });
  }
});
