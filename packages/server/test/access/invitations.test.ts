/** People who have no account, asked in over real HTTP. By a link that works once, in time, until it is taken back. */
import type { AccessInvitation, GrantMade } from '@goalpost/contract/management';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from '../start-server.ts';
import { letIn, makeCounter, ownerOf, PASSWORD, signIn, someone, tokenOf, type Someone } from './people.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

let server: TestServer;
let owner: Someone;
let ahead = 0;
let numbers = 0;
const lines: string[] = [];
beforeAll(async () => {
  server = await startServer({
    clock: { now: () => Date.now() + ahead },
    log: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
  });
  owner = await ownerOf(server);
});
afterAll(() => server.close());

const anybody = () => `guest${(numbers += 1)}@example.com`;

async function invite(counterId: number, login: string, by = owner) {
  const path = `/management/v1/counter/${counterId}/grants`;
  const { body } = await by.call<GrantMade>('POST', path, { grant: { user_login: login, perm: 'edit' } });
  if (body.invitation === undefined || body.link === undefined) throw new Error(JSON.stringify(body));
  return { ...body.invitation, link: body.link, token: tokenOf(body.link.url) };
}

const join = (token: string, more: object = {}, by = someone(server.url)) =>
  by.call('POST', '/api/v1/join', { token, name: 'Ann Lee', password: PASSWORD, language: 'ru', ...more });
const offer = (token: string) => someone(server.url).call('GET', `/api/v1/join?token=${token}`);
const waiting = async (counterId: number) =>
  (await owner.call<{ invitations: AccessInvitation[] }>('GET', `/api/v1/counters/${counterId}/invitations`))
    .body.invitations;

it('[A4] lets somebody in who chooses a name and a password, once', async () => {
  const [id, login] = [await makeCounter(owner), anybody()];
  const invited = await invite(id, login);
  expect(invited.link).toMatchObject({
    url: expect.stringContaining(`${server.url}/join?token=`),
    mail: 'off',
  });
  expect(await waiting(id)).toMatchObject([
    { id: invited.id, user_login: login, perm: 'edit', invited_by: server.owner.email },
  ]);
  expect(JSON.stringify(await waiting(id))).not.toContain(invited.token);
  expect((await owner.call('GET', `/management/v1/counter/${id}/grants`)).body).toEqual({ grants: [] });
  expect((await offer(invited.token)).body).toEqual({
    login,
    site: 'shop.example',
    counter_id: id,
    perm: 'edit',
    has_account: false,
  });
  expect((await join(invited.token, { password: 'short' })).status).toBe(400);
  expect((await join(invited.token, { name: ' ' })).status).toBe(400);
  expect((await join(invited.token, { password: undefined })).body).toMatchObject({
    errors: [{ error_type: 'missing_parameter', location: 'password' }],
  });
  expect((await join(invited.token)).body).toEqual({ login, counter_id: id, perm: 'edit' });
  expect((await join(invited.token)).status).toBe(403);
  expect((await offer(invited.token)).status).toBe(403);
  expect(await waiting(id)).toEqual([]);
  const them = await signIn(server.url, login, PASSWORD);
  expect((await them?.call('GET', '/api/v1/me'))?.body).toMatchObject({ name: 'Ann Lee', language: 'ru' });
  expect((await them?.call('GET', '/management/v1/counters'))?.body).toMatchObject({
    counters: [{ id, permission: 'edit' }],
  });
});

it('[A4] makes one account for two who open the link at once', async () => {
  const [id, login] = [await makeCounter(owner), anybody()];
  const { token } = await invite(id, login);
  const answers = await Promise.all(
    ['one password', 'another one'].map((password) => join(token, { password })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403]);
});

it('[A4] works for a week, and no link works but the newest', async () => {
  const id = await makeCounter(owner);
  const first = await invite(id, anybody());
  ahead += WEEK_MS - 1_000;
  expect((await offer(first.token)).status).toBe(200);
  ahead += 2_000;
  expect((await offer(first.token)).status).toBe(403);
  expect((await join(first.token)).status).toBe(403);
  expect(await waiting(id)).toHaveLength(1);
  const renewed = await owner.call<GrantMade>('POST', `/api/v1/counters/${id}/invitations/${first.id}/link`);
  const token = tokenOf(renewed.body.link?.url ?? '');
  expect(await waiting(id)).toHaveLength(1);
  expect((await join(first.token)).status).toBe(403);
  const again = await invite(id, first.user_login);
  expect((await join(token)).status).toBe(403);
  expect((await join(again.token)).status).toBe(200);
});

it('[A4] is taken back by itself, or with the permission', async () => {
  const [id, other] = [await makeCounter(owner), await makeCounter(owner)];
  const [one, two] = [await invite(id, anybody()), await invite(id, anybody())];
  expect((await owner.call('DELETE', `/api/v1/counters/${other}/invitations/${one.id}`)).status).toBe(404);
  expect((await owner.call('DELETE', `/api/v1/counters/${id}/invitations/${one.id}`)).status).toBe(200);
  const path = `/management/v1/counter/${id}/grant?user_login=${encodeURIComponent(two.user_login)}`;
  expect((await owner.call('DELETE', path)).status).toBe(200);
  for (const { token } of [one, two]) expect((await join(token)).status).toBe(403);
  expect((await join('guess')).status).toBe(403);
  const gone = await invite(other, anybody());
  await owner.call('DELETE', `/management/v1/counter/${other}`);
  expect((await join(gone.token)).status).toBe(403);
});

it('[A4] asks who has an account by now to sign in with it', async () => {
  const [id, other, login] = [await makeCounter(owner), await makeCounter(owner), anybody()];
  const early = await invite(other, login);
  const them = await letIn(server, owner, { counterId: id, login });
  const stranger = await letIn(server, owner, { counterId: id, login: anybody() });
  expect((await offer(early.token)).body).toMatchObject({ has_account: true });
  expect((await join(early.token)).status).toBe(409);
  expect((await join(early.token, {}, stranger)).status).toBe(409);
  expect((await join(early.token, { password: 'of somebody else' }, them)).status).toBe(200);
  expect(await signIn(server.url, login, 'of somebody else')).toBeNull();
  expect((await them.call('GET', '/management/v1/counters')).body).toMatchObject({ rows: 2 });
});

it('[A7] writes down who invited whom, and no secrets', async () => {
  const [id, login] = [await makeCounter(owner), anybody()];
  const { token } = await invite(id, login);
  await join(token);
  const said = lines.filter((line) => line.includes(String(id)));
  expect(said.map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
    'invited',
    'joined by invitation',
  ]);
  expect(lines.join('')).not.toContain(token);
  expect(lines.join('')).not.toContain(PASSWORD);
});
