/** E-mail when things end at the worst moment: nothing is mailed twice, and nothing that can be mailed is lost. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { receiveMail, type MailReceiver, type ReceivedMail } from './mail-receiver.ts';
import { attend, openTalk, say } from './mail-talk.ts';
import { limitOf } from './eventually.ts';
import { seeded } from './seeded.ts';
import { REMOVE } from './remove.ts';

const MINUTE_MS = 60_000;
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 2);
const SERVER = join(import.meta.dirname, 'mail-server.ts');

let dataDir: string;
let child: ChildProcess | undefined;
const receivers: MailReceiver[] = [];
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'goalpost-mail-kill-'));
});
afterEach(async () => {
  await kill();
  for (const one of receivers.splice(0)) await one.close();
  await rm(dataDir, REMOVE);
});

async function receiver(...given: Parameters<typeof receiveMail>): Promise<MailReceiver> {
  const made = await receiveMail(...given);
  receivers.push(made);
  return made;
}

async function start(smtp: string): Promise<{ url: string; token: string; ahead(ms: number): void }> {
  const started = fork(SERVER, [dataDir, smtp], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child = started;
  const [said] = (await once(started, 'message')) as [{ url: string; token: string }];
  return { ...said, ahead: (ms) => void started.send(ms) };
}

async function kill(): Promise<void> {
  const dying = child;
  child = undefined;
  if (dying === undefined || dying.exitCode !== null) return;
  dying.kill('SIGKILL');
  await once(dying, 'exit');
}

const has = (part: string) => (mail: ReceivedMail) => mail.text.includes(part);

it('[C63] killed while the SMTP server has the letter and has not answered: not mailed again', async () => {
  const taking = await receiver({ beforeAnswer: () => new Promise(() => undefined) });
  let server = await start(taking.url);
  const { ask } = await openTalk(server.url, server.token);
  let { console } = await attend(server.url, server.token);
  const { conversationId } = await ask(console, 'Anybody?', 'zoe@example.org');
  await say(console, conversationId, 'The first answer');
  server.ahead(11 * MINUTE_MS);
  await taking.next(has('The first answer'));
  await kill();
  await console.closed;

  const after = await receiver();
  server = await start(after.url);
  server.ahead(12 * MINUTE_MS);
  ({ console } = await attend(server.url, server.token));
  await say(console, conversationId, 'The second answer');
  server.ahead(30 * MINUTE_MS);
  const second = await after.next(has('The second answer'));
  expect(second.text).not.toContain('The first answer');
  expect(second.headers.get('message-id')).toMatch(new RegExp(`^<${conversationId}\\.answer\\.[1-9]`));
  expect(taking.mails).toHaveLength(1);
  expect(after.mails).toHaveLength(1);
  await console.close();
});

it('[C63] killed while the SMTP server is away: mailed once when both are back', async () => {
  const away = await receiver();
  await away.close();
  receivers.pop();
  let server = await start(away.url);
  const { leave } = await openTalk(server.url, server.token);
  const id = await leave('While nothing works', { email: 'zoe@example.org' });
  await kill();

  server = await start(away.url);
  const back = await receiver({ port: away.port });
  const mail = await back.next(has('While nothing works'));
  // The server does not know its own address, and names no other.
  expect(mail.text).not.toContain('/chat/inbox');
  expect(mail.headers.get('from')).toBe('Shop <chat@goalpost.example>');

  const fence = await openTalk(server.url, server.token);
  await fence.leave('A later one', {});
  await back.next(has('A later one'));
  expect(back.mails.filter(({ headers }) => headers.get('message-id')?.includes(id))).toHaveLength(1);
});

it(
  `[C63] ${ROUNDS} times killed at random while it mails: no message twice, and hardly one not at all`,
  async () => {
    const random = seeded(8);
    const slow = await receiver();
    let server = await start(slow.url);
    const { ask } = await openTalk(server.url, server.token);
    const { console } = await attend(server.url, server.token);
    const expected: string[] = [];
    for (let n = 0; n < 40; n++) {
      const { conversationId } = await ask(console, 'Hello', `visitor-${n}@example.org`);
      await say(console, conversationId, `Answer number ${n}.`);
      expected.push(`Answer number ${n}.`);
    }
    for (let round = 0; round < ROUNDS; round++) {
      server.ahead((11 + round * 10) * MINUTE_MS);
      // A letter that a kill has met may not come at all.
      const most = expected.length - round;
      const wanted = Math.min(most, slow.mails.length + 1 + Math.floor(random() * 12));
      await slow.next(() => slow.mails.length >= wanted);
      await kill();
      server = await start(slow.url);
    }
    server.ahead((11 + ROUNDS * 10) * MINUTE_MS);
    const isThere = (text: string) => slow.mails.filter(has(text)).length;
    const fence = await openTalk(server.url, server.token);
    // Letters go one after the other, those that have waited longest first.
    for (let n = 0; n < 3; n++) {
      await fence.leave(`fence ${n}`, {});
      await slow.next(has(`fence ${n}`));
    }
    expect(expected.filter((text) => isThere(text) > 1)).toEqual([]);
    expect(expected.filter((text) => isThere(text) === 0).length).toBeLessThanOrEqual(ROUNDS);
  },
  limitOf(ROUNDS),
);

it('a letter that is refused is not tried again, and stops no other', async () => {
  const strict = await receiver({
    refuse: (address) => (address === 'nobody@example.org' ? { code: 550, text: 'No such box' } : null),
  });
  const server = await start(strict.url);
  const { ask } = await openTalk(server.url, server.token, { answerAfter: 1 });
  const { console } = await attend(server.url, server.token);
  const refused = await ask(console, 'Hello', 'nobody@example.org');
  await say(console, refused.conversationId, 'Good day');
  const taken = await ask(console, 'Hello', 'zoe@example.org');
  await say(console, taken.conversationId, 'Good morning');
  server.ahead(3 * MINUTE_MS);
  await strict.next(has('Good morning'));
  await say(console, taken.conversationId, 'Good evening');
  server.ahead(9 * 60 * MINUTE_MS);
  await strict.next(has('Good evening'));
  expect(strict.tried.filter((address) => address === 'nobody@example.org')).toHaveLength(1);
  await console.close();
});
