/** Another e-mail address of an account, over real HTTP: a link to the new one, notices to the old one. */
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
    },
  });
  owner = await ownerOf(server);
});
afterAll(async () => {
  await server.close();
  await receiver.close();
});

const anybody = () => `mover${(numbers += 1)}@example.com`;
const nobody = () => someone(server.url);
const linkIn = (text: string) => /https:\/\/stats\.example\/[\w-]+\?token=[\w-]+/.exec(text)?.[0] ?? '';
const lettersTo = (login: string) => receiver.mails.filter(({ to }) => to.includes(login));
const ask = (them: Someone, email: string, password = PASSWORD) =>
  them.call<{ sent_to: string }>('POST', '/api/v1/me/email', { email, password });
const take = (token: string) => nobody().call('POST', '/api/v1/email', { token });
const whose = (token: string) => nobody().call('GET', `/api/v1/email/link?token=${token}`);

async function colleague() {
  const [counterId, login] = [await makeCounter(owner), anybody()];
  return { counterId, login, them: await letIn(server, owner, { counterId, login }) };
}

const seen = new Set<string>();
/** @returns the secret of the link that was sent to the new address */
async function asked(them: Someone, email: string): Promise<string> {
  expect((await ask(them, email)).body).toEqual({ sent_to: email });
  const letter = await receiver.next(
    ({ to, text }) =>
      to.includes(email) && text.includes('/new-address?token=') && !seen.has(tokenOf(linkIn(text))),
  );
  const token = tokenOf(linkIn(letter.text));
  seen.add(token);
  return token;
}

it('[A64] a link to the new address changes it, once, and the old one is told twice', async () => {
  const { login, them } = await colleague();
  const email = anybody();
  const token = await asked(them, email);
  const notice = await receiver.next(({ to, text }) => to.includes(login) && text.includes(email));
  expect(linkIn(notice.text)).toBe('');
  expect(notice.raw).not.toContain(token);
  // Nothing is changed by asking, nor by looking at the link, as programs that scan letters do.
  expect((await whose(token)).body).toEqual({ login, email });
  expect(await signIn(server.url, email, PASSWORD)).toBeNull();
  expect((await take(token)).body).toEqual({ login: email });
  expect(await signIn(server.url, login, PASSWORD)).toBeNull();
  expect(await signIn(server.url, email, PASSWORD)).not.toBeNull();
  expect((await them.call('GET', '/api/v1/me')).body).toMatchObject({ login: email });
  expect((await take(token)).status).toBe(403);
  expect((await whose(token)).status).toBe(403);
  const changed = await receiver.next(({ to, headers }) => {
    const subject = headers.get('subject') ?? '';
    return to.includes(login) && subject.includes('was changed');
  });
  expect(changed.text).toContain(email);
});

it('[A64] takes the password, within its limits, and a session or a token that may', async () => {
  const { login, them } = await colleague();
  const email = anybody();
  const wrong = await ask(them, email, 'a wrong password');
  expect([wrong.status, wrong.body.errors?.[0]?.location]).toEqual([400, 'password']);
  for (let more = 0; more < 9; more += 1) await ask(them, email, 'a wrong password');
  expect((await ask(them, email)).status).toBe(429);
  expect(lettersTo(email)).toEqual([]);
  expect((await ask(nobody(), email)).status).toBe(401);
  const { body } = await owner.call<{ entries: { subject: string; verb: string }[] }>(
    'GET',
    `/api/v1/audit?person=${login}&subject=password`,
  );
  expect(body.entries.map(({ verb }) => verb)).toEqual(['refused', ...Array<string>(10).fill('failed')]);
});

it.each(['', 'nobody', 'a@b', 'Ann <ann@example.com>', 'x@example.com\r\nBcc: y@example.com', 5, null])(
  '[A64] is no address: %j',
  async (email) => {
    const { status, body } = await owner.call('POST', '/api/v1/me/email', { email, password: 'x' });
    expect([status, body.errors?.[0]?.location]).toEqual([400, 'email']);
  },
);

it('[A64] is nobody else’s address, neither when it is asked for nor when it is taken', async () => {
  const { login, them } = await colleague();
  const other = await colleague();
  expect((await ask(them, other.login.toUpperCase())).status).toBe(409);
  expect((await ask(them, login)).status).toBe(409);
  const email = anybody();
  const tokens = [await asked(them, email)];
  tokens.push(await asked(other.them, email));
  const answers = await Promise.all(tokens.map((one) => take(one)));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

it('[A65] is stopped by a new password, by another address that is asked for, and after a day', async () => {
  const { login, them } = await colleague();
  const [first, second] = [anybody(), anybody()];
  const stale = await asked(them, first);
  const token = await asked(them, second);
  expect((await take(stale)).status).toBe(403);
  const change = await fetch(`${server.url}/api/auth/change-password`, {
    method: 'POST',
    headers: { cookie: them.cookie, origin: server.url, 'content-type': 'application/json' },
    body: JSON.stringify({ currentPassword: PASSWORD, newPassword: 'a newer password' }),
  });
  expect(change.status).toBe(200);
  expect((await whose(token)).status).toBe(403);
  expect((await take(token)).status).toBe(403);
  const late = await colleague();
  const old = await asked(late.them, anybody());
  ahead += 24 * 3_600_000;
  expect((await take(old)).status).toBe(403);
  expect(await signIn(server.url, login, 'a newer password')).not.toBeNull();
});

it('[A65] links for a password that went to the old address are no way in any more', async () => {
  const { login, them } = await colleague();
  await nobody().call('POST', '/api/v1/password/letter', { user_login: login });
  const mailed = await receiver.next(
    ({ to, text }) => to.includes(login) && text.includes('/password?token='),
  );
  expect((await take(await asked(them, anybody()))).status).toBe(200);
  const token = tokenOf(linkIn(mailed.text));
  const body = { token, password: 'chosen by a thief' };
  expect((await nobody().call('POST', '/api/v1/password', body)).status).toBe(403);
});

it('[A66] asks at most five times an hour, and stands in the audit log without the secret', async () => {
  const { login, them } = await colleague();
  const statuses: number[] = [];
  for (let count = 0; count < 6; count += 1) statuses.push((await ask(them, anybody())).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  const { body } = await owner.call<{ entries: { verb: string; details: string }[] }>(
    'GET',
    `/api/v1/audit?person=${login}&subject=email`,
  );
  expect(body.entries[0]).toMatchObject({
    verb: 'made',
    details: expect.stringMatching(/^email: mover\d+@/),
  });
  expect(body.entries[0]?.details).not.toContain(PASSWORD);
});

it('[A66] a server that sends no letters says so, and changes nothing', async () => {
  await using silent = await startSilent();
  const answer = await ask(await ownerOf(silent.server), anybody(), silent.server.owner.password);
  expect([answer.status, JSON.stringify(answer.body)]).toEqual([
    409,
    expect.stringContaining('GOALPOST_SMTP_URL'),
  ]);
});

async function startSilent() {
  const started = await startServer();
  return { server: started, [Symbol.asyncDispose]: () => started.close() };
}
