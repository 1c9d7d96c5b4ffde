/** The chat's e-mail through the real server and a real SMTP server. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '../../../e2e/path/api.ts';
import { receiveMail, type MailReceiver } from './mail-receiver.ts';
import { attend, newKey, openTalk, say, TEAM, visit, type Operator } from './mail-talk.ts';
import { startServer, type TestServer } from './start-server.ts';
import { REMOVE } from './remove.ts';

const MINUTE_MS = 60_000;

let receiver: MailReceiver;
let server: TestServer;
let dataDir: string;
let ahead = 0;
const clock = { now: () => Date.now() + ahead };
const environment = (smtp: string) => ({
  GOALPOST_SMTP_URL: smtp,
  GOALPOST_MAIL_FROM: 'chat@goalpost.example',
  GOALPOST_PUBLIC_URL: 'https://stats.shop.example',
});

const start = () => startServer({ clock, dataDir, environment: environment(receiver.url) });

beforeAll(async () => {
  receiver = await receiveMail();
  dataDir = await mkdtemp(join(tmpdir(), 'goalpost-mail-'));
  server = await start();
});
afterAll(async () => {
  await server.close();
  await receiver.close();
  await rm(dataDir, REMOVE);
});

const mailsTo = (address: string) => receiver.mails.filter(({ to }) => to.includes(address));

describe('a message left while nobody is online', () => {
  it('[C60] comes to the team: who, what, where, where from, and what was typed is text', async () => {
    const { counterId, leave } = await openTalk(server.url, server.token);
    const id = await leave(
      '<script>alert(1)</script>\nDo you ship to Oslo?',
      { name: '<b>Zoë</b>\r\nBcc: victim@example.org', email: 'zoe@example.org', phone: '+47 1' },
      {
        url: 'https://shop.example/boots?utm_source=google&utm_medium=cpc',
        referrer: 'https://www.google.com/',
      },
    );
    const mail = await receiver.next(({ text }) => text.includes('Oslo'));
    expect(mail.to).toEqual([TEAM]);
    expect(Object.fromEntries(mail.headers)).toMatchObject({
      to: TEAM,
      from: '"shop.example" <chat@goalpost.example>',
      'reply-to': 'zoe@example.org',
      'message-id': `<${id}.team.0@goalpost.example>`,
      'auto-submitted': 'auto-generated',
    });
    expect(mail.headers.has('bcc')).toBe(false);
    expect(mail.headers.get('subject')).toMatch(/^<b>Zoë<\/b> Bcc: victim@example.org wrote/);
    const link = `https://stats.shop.example/counter/${counterId}/chat/inbox?conversation=${id}`;
    for (const part of [
      '<script>alert(1)</script>\nDo you ship to Oslo?',
      'E-mail: zoe@example.org',
      'Phone: +47 1',
      'https://shop.example/boots?utm_source=google&utm_medium=cpc',
      'Advertisement: Google',
      link,
    ])
      expect(mail.text).toContain(part);
    expect(mail.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;<br>Do you ship');
    expect(mail.html).not.toMatch(/<script|<b>Zo|<img|src=|url\(/i);
    expect(mail.html).toContain(`href="${link}"`);
  });

  it('in Russian; an address that is none is nobody to reply to', async () => {
    const { leave } = await openTalk(server.url, server.token, { language: 'ru' });
    await leave('Размеры есть?', { name: 'Зоя', email: 'a@shop.example, b@shop.example' });
    const mail = await receiver.next(({ text }) => text.includes('Размеры'));
    expect(mail.headers.get('subject')).toBe('Зоя: сообщение в чате shop.example');
    expect(mail.headers.has('reply-to')).toBe(false);
    expect(mail.text).toContain('Открыть диалог: https://');
    expect(mail.html).toContain('<html lang="ru">');
  });

  it('is mailed to nobody where no address is set, and not while somebody is online', async () => {
    const silent = await openTalk(server.url, server.token, { team: '' });
    await silent.leave('Nobody asked', {});
    const staffed = await openTalk(server.url, server.token);
    const { console } = await attend(server.url, server.token);
    await staffed.ask(console, 'Somebody is here', 'ann@example.org');
    await console.close();
    const fence = await openTalk(server.url, server.token);
    await fence.leave('fence 1', {});
    await receiver.next(({ text }) => text.includes('fence 1'));
    expect(receiver.mails.some(({ text }) => /Nobody asked|Somebody is here/.test(text))).toBe(false);
  });
});

describe('an answer to a visitor who has left', () => {
  let operator: Operator;
  /** Sees the counters that there are when they come. */
  const attendNow = async () => {
    operator = (await attend(server.url, server.token)).console;
  };
  afterEach(() => operator.close());

  it('[C61, C62] is mailed once, with all that was not read, and nothing that they wrote or was not for them', async () => {
    const talk = await openTalk(server.url, server.token);
    await attendNow();
    const email = 'once@example.org';
    const url = 'https://shop.example/boots?offer=<b>BUY</b>#at-evil.example';
    const { conversationId } = await talk.ask(operator, 'Buy at evil.example now!', email, { url });
    await say(operator, conversationId, 'Yes, we <ship> to Oslo.');
    operator.send({ type: 'note', conversationId, key: newKey(), text: 'a difficult one' });
    await say(operator, conversationId, 'Within 3 days.');
    ahead += 11 * MINUTE_MS;
    const mail = await receiver.next(({ to }) => to.includes(email));
    expect(Object.fromEntries(mail.headers)).toMatchObject({
      subject: 'shop.example answered your message',
      'reply-to': TEAM,
      'message-id': `<${conversationId}.answer.0@goalpost.example>`,
      references: `<${conversationId}@goalpost.example>`,
      'auto-submitted': 'auto-generated',
    });
    expect(mail.text).toMatch(/Yes, we <ship> to Oslo\.[\s\S]*Within 3 days\./);
    expect(mail.text).toContain('Owner:');
    expect(mail.html).toContain('Yes, we &lt;ship&gt; to Oslo.');
    expect(mail.html).toContain('href="https://shop.example/boots"');
    expect(mail.raw + mail.text + mail.html).not.toMatch(/evil|BUY|difficult/);

    await server.close();
    server = await start();
    await attendNow();
    await say(operator, conversationId, 'One thing more.');
    ahead += 11 * MINUTE_MS;
    const next = await receiver.next(({ text }) => text.includes('One thing more.'));
    expect(next.text).not.toContain('Within 3 days.');
    expect(mailsTo(email)).toHaveLength(2);
  });

  it('[C61] is not mailed to who came back and read it, who is still there, or where it is switched off', async () => {
    const talk = await openTalk(server.url, server.token);
    const never = await openTalk(server.url, server.token, { answerAfter: 0 });
    await attendNow();
    const read = await talk.ask(operator, 'I will be back', 'back@example.org');
    await say(operator, read.conversationId, 'Welcome');
    const { tab, welcome } = await visit(server.url, talk.counterId, {
      secret: read.secret,
      visitor: read.visitor,
    });
    tab.send({ type: 'read', seq: welcome.messages.at(-1)?.seq ?? 0 });
    await operator.next('read', (event) => event.conversationId === read.conversationId);
    await tab.close();

    const closed = await talk.ask(operator, 'Read it after it was closed', 'closed@example.org');
    await say(operator, closed.conversationId, 'Bye');
    operator.send({ type: 'close', conversationId: closed.conversationId });
    await operator.next(
      'conversation',
      ({ conversation }) => conversation.id === closed.conversationId && conversation.state === 'closed',
    );
    const late = await visit(server.url, talk.counterId, { secret: closed.secret, visitor: closed.visitor });
    late.tab.send({ type: 'read', seq: late.welcome.messages.at(-1)?.seq ?? 0 });
    await operator.next('read', (event) => event.conversationId === closed.conversationId);
    await late.tab.close();

    const here = await talk.ask(operator, 'Still here', 'here@example.org');
    const again = await visit(server.url, talk.counterId, { secret: here.secret, visitor: here.visitor });
    await say(operator, here.conversationId, 'Look');

    const off = await never.ask(operator, 'Off', 'off@example.org');
    await say(operator, off.conversationId, 'Never');

    const fence = await talk.ask(operator, 'Gone', 'fence2@example.org');
    await say(operator, fence.conversationId, 'An answer');
    ahead += 11 * MINUTE_MS;
    await receiver.next(({ to }) => to.includes('fence2@example.org'));
    for (const name of ['back', 'closed', 'here', 'off']) expect(mailsTo(`${name}@example.org`)).toEqual([]);
    await again.tab.close();
  });
});

describe('whether e-mail works', () => {
  it('is told with the settings, and tried by a letter to the team', async () => {
    const { counterId } = await openTalk(server.url, server.token);
    const api = createApi(server.url, server.token);
    const path = `/api/v1/counters/${counterId}/chat`;
    expect((await api.call('GET', `${path}/settings`)).body).toMatchObject({ mail: { available: true } });
    expect(await api.call('POST', `${path}/mail/test`)).toEqual({
      status: 200,
      body: { sent: true, to: TEAM, answer: expect.stringMatching(/^250 /) },
    });
    expect(mailsTo(TEAM).at(-1)?.headers.get('subject')).toBe('Test e-mail from the chat of shop.example');
  });

  it('is not tried without an address, nor again and again', async () => {
    const api = createApi(server.url, server.token);
    const post = async (counterId: number) =>
      (await api.call('POST', `/api/v1/counters/${counterId}/chat/mail/test`)).status;
    expect(await post((await openTalk(server.url, server.token, { team: '' })).counterId)).toBe(409);
    const { counterId } = await openTalk(server.url, server.token);
    const before = mailsTo(TEAM).length;
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) statuses.push(await post(counterId));
    // One was sent before, from another counter of the same account.
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
    expect(mailsTo(TEAM)).toHaveLength(before + 4);
  });
});
