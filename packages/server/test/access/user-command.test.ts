/** `goalpost user`, beside a server that runs and alone [A48]. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCommand } from '../../src/commands/index.ts';
import { startServer, type TestServer } from '../start-server.ts';
import { makeCounter, ownerOf, PASSWORD, signIn, someone, tokenOf, type Someone } from './people.ts';
import { REMOVE } from '../remove.ts';

let dataDir: string;
let server: TestServer;
let owner: Someone;
let counterId: number;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'goalpost-user-'));
  server = await startServer({ dataDir });
  owner = await ownerOf(server);
  counterId = await makeCounter(owner);
});
afterAll(async () => {
  await server.close();
  await rm(dataDir, REMOVE);
});

async function user(...args: string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runCommand(['user', ...args], {
    environment: { GOALPOST_DATA: dataDir, GOALPOST_PUBLIC_URL: 'https://stats.example/tools/' },
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
    programs: { start: async () => undefined, demo: async () => undefined },
  });
  return { code, said, complained: complained.join(' ') };
}

const choose = (link: string, password: string) =>
  someone(server.url).call('POST', '/api/v1/password', { token: tokenOf(link), password });

it('[A48] adds an account whose person chooses a password by the link, once, and comes in with a role', async () => {
  const added = await user('add', 'Zoe@Example.com', '--counter', String(counterId), '--perm', 'analyst');
  expect(added).toMatchObject({ code: 0, complained: '' });
  const link = added.said.at(-1) ?? '';
  expect(link).toMatch(/^https:\/\/stats\.example\/tools\/password\?token=/);
  expect((await choose(link, PASSWORD)).status).toBe(200);
  expect((await choose(link, 'another password')).status).not.toBe(200);
  const zoe = await signIn(server.url, 'zoe@example.com', PASSWORD);
  expect((await zoe?.call('GET', `/management/v1/counter/${counterId}`))?.body).toMatchObject({
    counter: { permission: 'analyst' },
  });
  expect((await user('add', 'zoe@example.com')).complained).toBe('zoe@example.com has an account already.');
});

it('[A48] lists accounts, and no secret', async () => {
  const { said } = await user('list', '--json');
  const listed = JSON.parse(said.join('\n')) as unknown;
  expect(listed).toContainEqual(
    expect.objectContaining({ login: server.owner.email, isOwner: true, canSignIn: true }),
  );
  expect(listed).toContainEqual(
    expect.objectContaining({ login: 'zoe@example.com', counters: [{ id: counterId, perm: 'analyst' }] }),
  );
  expect(said.join()).not.toMatch(/password"|token|hash/i);
  expect((await user('list')).said).toContain(`zoe@example.com; ${counterId} analyst`);
});

it('[A48] ends sessions, and lets in who forgot the password, while the server runs', async () => {
  const zoe = await signIn(server.url, 'zoe@example.com', PASSWORD);
  expect((await zoe?.call('GET', '/api/v1/me'))?.status).toBe(200);
  expect((await user('sign-out', 'zoe@example.com')).code).toBe(0);
  expect((await zoe?.call('GET', '/api/v1/me'))?.status).toBe(401);
  const { said } = await user('link', 'zoe@example.com');
  expect((await choose(said.at(-1) ?? '', 'a newer password')).status).toBe(200);
  expect(await signIn(server.url, 'zoe@example.com', 'a newer password')).not.toBeNull();
});

it('[A48] makes somebody the owner, with the counters of the one before, who may still edit', async () => {
  expect((await user('owner', 'zoe@example.com', '--with-counters')).code).toBe(0);
  const zoe = await signIn(server.url, 'zoe@example.com', 'a newer password');
  const perms = [];
  for (const by of [zoe, owner]) {
    const { body } = (await by?.call('GET', `/management/v1/counter/${counterId}`)) ?? { body: {} };
    perms.push((body as { counter: { permission: string } }).counter.permission);
  }
  expect(perms).toEqual(['own', 'edit']);
  const listed = JSON.parse((await user('list', '--json')).said.join('\n')) as {
    login: string;
    isOwner: boolean;
  }[];
  expect(listed.filter(({ isOwner }) => isOwner).map(({ login }) => login)).toEqual(['zoe@example.com']);
});

it.each<[string[], RegExp]>([
  [[], /^goalpost user takes list, add, link, sign-out, second-factor-off, owner\./],
  [['remove', 'ann@example.com'], /^goalpost user takes list/],
  [['add'], /^goalpost user add needs an e-mail address/],
  [['link', 'nobody'], /^goalpost user link needs an e-mail address/],
  [['link', 'nobody@example.com'], /^nobody@example\.com has no account\./],
  [['sign-out', 'nobody@example.com'], /^nobody@example\.com has no account\./],
  [['owner', 'nobody@example.com'], /^nobody@example\.com has no account\./],
  [['add', 'new@example.com', '--counter', '9'], /^There is no counter 9\.$/],
  [['add', 'new@example.com', '--perm', 'edit'], /^--perm needs --counter/],
  [
    ['add', 'new@example.com', '--counter', '1', '--perm', 'own'],
    /^--perm must be one of edit, analyst, view, limited, chat/,
  ],
])('[A48] %j is refused in one sentence, and makes nothing', async (args, sentence) => {
  const before = (await user('list')).said;
  const answer = await user(...args);
  expect(answer.code).toBe(2);
  expect(answer.complained).toMatch(sentence);
  expect((await user('list')).said).toEqual(before);
});
