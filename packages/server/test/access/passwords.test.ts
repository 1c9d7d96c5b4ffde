/** Forgotten passwords over real HTTP: by e-mail, by the owner's link, by a setting of the server. */
import type { LinkMade } from '@goalpost/contract/management';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { receiveMail, type MailReceiver } from '../mail-receiver.ts';
import { startServer, type TestServer } from '../start-server.ts';
import { letIn, makeCounter, ownerOf, PASSWORD, signIn, someone, tokenOf, type Someone } from './people.ts';

let server: TestServer;
let receiver: MailReceiver;
let owner: Someone;
let ahead = 0;
let numbers = 0;
beforeAll(async () => {
  receiver = await receiveMail();
  server = await startServer({
    clock: { now: () => Date.now() + ahead },
    environment: {
      GOALPOST_SMTP_URL: receiver.url,
      GOALPOST_MAIL_FROM: 'chat@goalpost.example',
      GOALPOST_PUBLIC_URL: 'https://stats.example',
      GOALPOST_PASSWORD_LINK_FOR: 'Owner@example.com',
    },
  });
  owner = await ownerOf(server);
});
afterAll(async () => {
  await server.close();
  await receiver.close();
});

const anybody = () => `lost${(numbers += 1)}@example.com`;
const nobody = () => someone(server.url);
const ask = (login: string) => nobody().call('POST', '/api/v1/password/letter', { user_login: login });
const choose = (token: string, password: string) =>
  nobody().call('POST', '/api/v1/password', { token, password });
const linkIn = (text: string) => /https:\/\/stats\.example\/\w+\?token=[\w-]+/.exec(text)?.[0] ?? '';
const lettersTo = (login: string) => receiver.mails.filter(({ to }) => to.includes(login));

async function colleague() {
  const [counterId, login] = [await makeCounter(owner), anybody()];
  return { counterId, login, them: await letIn(server, owner, { counterId, login }) };
}

it('[A6] sends an invitation, and a link for a new password, which ends every session', async () => {
  const { login, them } = await colleague();
  const invitation = await receiver.next(({ to }) => to.includes(login));
  expect(invitation.headers.get('subject')).toContain('shop.example');
  expect(linkIn(invitation.text)).toContain('/join?token=');
  expect((await nobody().call('GET', '/api/v1/password')).body).toEqual({ mail: true });
  expect((await ask(login.toUpperCase())).body).toEqual({ success: true });
  const letter = await receiver.next(({ text }) => text.includes('/password?token='));
  expect(letter.to).toEqual([login]);
  const token = tokenOf(linkIn(letter.text));
  expect((await nobody().call('GET', `/api/v1/password/link?token=${token}`)).body).toEqual({ login });
  expect((await choose(token, 'short')).status).toBe(400);
  expect((await choose(token, 'a newer password')).body).toEqual({ login });
  expect((await choose(token, 'the newest password')).status).toBe(403);
  expect((await them.call('GET', '/api/v1/me')).status).toBe(401);
  expect(await signIn(server.url, login, PASSWORD)).toBeNull();
  expect(await signIn(server.url, login, 'a newer password')).not.toBeNull();
});

it('[A6] answers the same for an address without an account, and sends few letters', async () => {
  const { login } = await colleague();
  const stranger = anybody();
  expect((await ask(stranger)).body).toEqual((await ask(login)).body);
  for (let more = 0; more < 5; more += 1) await ask(login);
  // The last letter of all: those before it have been sent when it is there.
  await ask(server.owner.email);
  await receiver.next(({ to }) => to.includes(server.owner.email));
  expect(lettersTo(stranger)).toEqual([]);
  expect(lettersTo(login).length).toBeLessThanOrEqual(4);
});

it('[A6] a mailed link works for an hour', async () => {
  const { login } = await colleague();
  await ask(login);
  const letter = await receiver.next(
    ({ to, text }) => to.includes(login) && text.includes('/password?token='),
  );
  const token = tokenOf(linkIn(letter.text));
  ahead += 3_600_000;
  expect((await nobody().call('GET', `/api/v1/password/link?token=${token}`)).status).toBe(403);
  expect((await choose(token, 'a newer password')).status).toBe(403);
});

it('[A6] the owner of all that a colleague sees gives them a link, and nobody else does', async () => {
  const { counterId, login, them } = await colleague();
  const path = `/api/v1/counters/${counterId}/password-link`;
  const asked = { user_login: login };
  const made = await owner.call<LinkMade>('POST', path, asked);
  const token = tokenOf(made.body.link.url);
  expect((await choose(token, PASSWORD)).status).toBe(200);
  const again = await signIn(server.url, login, PASSWORD);
  expect((await them.call('GET', '/api/v1/me')).status).toBe(401);
  expect((await again?.call('POST', path, asked))?.status).toBe(403);
  expect((await owner.call('POST', path, { user_login: anybody() })).status).toBe(404);
  expect((await owner.call('POST', path, { user_login: server.owner.email })).status).toBe(404);
});

it('[A6] is nobody’s way into what is not theirs', async () => {
  const { login, them } = await colleague();
  const theirs = await makeCounter(them);
  const stranger = await colleague();
  const counterId = await makeCounter(stranger.them);
  for (const user_login of [login, server.owner.email]) {
    const grant = { user_login, perm: 'view' };
    expect(
      (await stranger.them.call('POST', `/management/v1/counter/${counterId}/grants`, { grant })).status,
    ).toBe(200);
    const path = `/api/v1/counters/${counterId}/password-link`;
    expect((await stranger.them.call('POST', path, { user_login })).status).toBe(403);
  }
  expect((await them.call('GET', `/management/v1/counter/${theirs}`)).status).toBe(200);
});

it('[A6] whoever runs the server gets a link for the account that the setting names', async () => {
  const token = tokenOf(server.passwordUrl ?? '');
  expect((await choose(token, 'the owner is back')).body).toEqual({ login: server.owner.email });
  expect(await signIn(server.url, server.owner.email, 'the owner is back')).not.toBeNull();
  expect((await choose(token, 'once more')).status).toBe(403);
});
