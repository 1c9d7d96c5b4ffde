/** Where a person is signed in, seen and ended by themselves [A49]. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../start-server.ts';
import { letIn, makeCounter, ownerOf, PASSWORD, signIn, type Someone } from './people.ts';

let server: TestServer;
let ann: Someone;
beforeAll(async () => {
  server = await startServer();
  const owner = await ownerOf(server);
  ann = await letIn(server, owner, { counterId: await makeCounter(owner), login: 'ann@example.com' });
});
afterAll(() => server.close());

const again = async () => (await signIn(server.url, 'ann@example.com', PASSWORD)) as Someone;
const SESSIONS = '/api/v1/sessions';

interface Listed {
  readonly sessions: readonly { id: string; address: string; user_agent: string; current: boolean }[];
}

const listed = async (by: Someone) => (await by.call<Listed>('GET', SESSIONS)).body.sessions;
const isIn = async (by: Someone): Promise<boolean> => (await by.call('GET', '/api/v1/me')).status === 200;

it('[A49] lists them with browser and address, and says which is this one, without its secret', async () => {
  const other = await again();
  const all = await listed(ann);
  expect(all.length).toBe(2);
  expect(all.filter(({ current }) => current).length).toBe(1);
  for (const one of all) expect(one).toMatchObject({ address: '127.0.0.1', user_agent: 'node' });
  const secret = decodeURIComponent(other.cookie.split('=')[1] ?? '').split('.')[0] ?? '';
  expect(secret.length).toBeGreaterThan(20);
  expect(JSON.stringify(all)).not.toContain(secret);
});

it('[A49] ends one at once, and no other', async () => {
  const other = await again();
  const id = (await listed(other)).find(({ current }) => current)?.id;
  expect((await ann.call('DELETE', `${SESSIONS}/${id}`)).status).toBe(200);
  expect([await isIn(other), await isIn(ann)]).toEqual([false, true]);
  expect((await ann.call('DELETE', `${SESSIONS}/${id}`)).status).toBe(404);
});

it('[A49] ends all but the one that asks', async () => {
  const others = [await again(), await again()];
  expect((await ann.call('DELETE', SESSIONS)).status).toBe(200);
  for (const other of others) expect(await isIn(other)).toBe(false);
  expect((await listed(ann)).map(({ current }) => current)).toEqual([true]);
});

it('[A49] is nobody else’s to end', async () => {
  const owner = await ownerOf(server);
  const [own] = await listed(ann);
  expect((await owner.call('DELETE', `${SESSIONS}/${own?.id}`)).status).toBe(404);
  expect(await isIn(ann)).toBe(true);
});

it('[A49] the address is the one that the request came from, not what it says', async () => {
  const answer = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: server.url,
      'x-goalpost-address': '203.0.113.9',
      'x-forwarded-for': '203.0.113.9',
    },
    body: JSON.stringify({ email: 'ann@example.com', password: PASSWORD }),
  });
  await answer.text();
  expect((await listed(ann)).map(({ address }) => address)).not.toContain('203.0.113.9');
});
