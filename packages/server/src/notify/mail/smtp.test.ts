/** Letters through a real SMTP server. */
import { createServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { receiveMail, type MailReceiver, type Misbehaviour } from '../../../test/mail-receiver.ts';
import type { Letter, Mailer } from './port.ts';
import { parseSmtpUrl } from './smtp-server.ts';
import { resultOfFailure } from './smtp-failure.ts';
import { createSmtpMailer } from './smtp.ts';

const LETTER: Letter = {
  messageId: 'c1.answer.0',
  thread: 'c1',
  fromName: 'shop.example',
  to: 'zoe@example.org',
  replyTo: 'team@shop.example',
  subject: 'Привет — hello',
  text: 'Да, есть.\n.\n..two dots\nfrom a line\n',
  html: '<p>Да, есть.</p>',
};
const NEVER = new AbortController().signal;

const open: MailReceiver[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
async function receiver(misbehaviour?: Misbehaviour): Promise<MailReceiver> {
  const made = await receiveMail(misbehaviour);
  open.push(made);
  return made;
}
function mailerTo(url: string, name: string | null = null): Mailer {
  const server = parseSmtpUrl(url);
  if (server === null) throw new Error(url);
  return createSmtpMailer(server, { name, address: 'chat@goalpost.example' });
}
function never(): never {
  throw new Error('no such server');
}
const nothing = () => Promise.resolve();

it('a letter arrives as it is', async () => {
  const there = await receiver();
  const result = await mailerTo(there.url).send(LETTER, nothing, NEVER);
  expect(result).toMatchObject({ outcome: 'sent', answer: expect.stringMatching(/^250 /) });
  const [mail] = there.mails;
  expect(mail).toMatchObject({ from: 'chat@goalpost.example', to: ['zoe@example.org'] });
  expect(mail?.text).toBe('Да, есть.\n.\n..two dots\nfrom a line');
  expect(mail?.html).toBe(LETTER.html);
  expect(Object.fromEntries(mail?.headers ?? [])).toMatchObject({
    from: '"shop.example" <chat@goalpost.example>',
    to: 'zoe@example.org',
    'reply-to': 'team@shop.example',
    subject: 'Привет — hello',
    'message-id': '<c1.answer.0@goalpost.example>',
    references: '<c1@goalpost.example>',
    'auto-submitted': 'auto-generated',
    'mime-version': '1.0',
  });
  expect(mail?.headers.get('content-type')).toMatch(/^multipart\/alternative;/);
});

it('no line break of anybody makes a header', async () => {
  const there = await receiver();
  const evil = 'Zoe\r\nBcc: victim@example.org\u2028X-Evil: 1\u202E\n\nbody';
  const letter = { ...LETTER, subject: evil, fromName: evil };
  expect(await mailerTo(there.url).send(letter, nothing, NEVER)).toMatchObject({ outcome: 'sent' });
  const [mail] = there.mails;
  expect(mail?.to).toEqual([LETTER.to]);
  expect([...(mail?.headers.keys() ?? [])]).not.toContain('bcc');
  expect([...(mail?.headers.keys() ?? [])]).not.toContain('x-evil');
  expect(mail?.headers.get('subject')).toBe('Zoe Bcc: victim@example.org X-Evil: 1 body');
  expect(mail?.raw.split('\r\n\r\n')[0]).not.toMatch(/^(Bcc|X-Evil)/im);
});

it('a name and a password are said where they are asked for', async () => {
  const login = { user: 'chat@goalpost.example', password: 'p/ss wörd' };
  const there = await receiver({ login });
  expect(await mailerTo(there.url, 'Shop').send(LETTER, nothing, NEVER)).toMatchObject({ outcome: 'sent' });
  expect(there.mails[0]?.headers.get('from')).toBe('Shop <chat@goalpost.example>');
  const wrong = there.url.replace(encodeURIComponent(login.password), 'hunter2');
  const result = await mailerTo(wrong).send(LETTER, nothing, NEVER);
  expect(result).toMatchObject({ outcome: 'down', answer: expect.stringContaining('535') });
  expect(result.answer).not.toContain('hunter2');
});

it('a server on this machine that encrypts is spoken to encrypted, whoever signed for it', async () => {
  const there = await receiver({ tls: true });
  expect(await mailerTo(there.url).send(LETTER, nothing, NEVER)).toMatchObject({ outcome: 'sent' });
  expect(there.mails).toMatchObject([{ secure: true }]);
});

it('what the server says is told, without a password that it repeats', async () => {
  const password = 'hunter2 & more';
  const url = `smtp://ann:${encodeURIComponent(password)}@127.0.0.1`;
  const told = (words: string) =>
    resultOfFailure(
      Object.assign(new Error(`Invalid login: ${words}`), {
        code: 'EAUTH',
        response: words,
        responseCode: 535,
      }),
      'connecting',
      parseSmtpUrl(url) ?? never(),
    );
  expect(told('535 no user ann with hunter2 & more')).toEqual({
    outcome: 'down',
    answer: '535 no user ann with ***',
  });
  const plain = Buffer.from(`\0ann\0${password}`).toString('base64');
  expect(told(`535 what is\r\n${plain}?`).answer).toBe('535 what is ***?');
});

it.each([
  [550, 'refused'],
  [451, 'later'],
  [421, 'down'],
] as const)('an address refused with %i: %s', async (code, outcome) => {
  const there = await receiver({ refuse: () => ({ code, text: 'No such <b>box' }) });
  let handed = false;
  const result = await mailerTo(there.url).send(LETTER, async () => void (handed = true), NEVER);
  expect(result).toMatchObject({ outcome, answer: `${code} No such <b>box` });
  expect(handed).toBe(false);
});

describe('nobody is lied to about a letter', () => {
  it('nobody answers: it is down', async () => {
    const there = await receiver();
    await there.close();
    open.pop();
    expect(await mailerTo(there.url).send(LETTER, nothing, NEVER)).toMatchObject({
      outcome: 'down',
      answer: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('it has not been taken before the handover was agreed to', async () => {
    const there = await receiver();
    const sending = mailerTo(there.url).send(
      LETTER,
      () => Promise.reject(new Error('the store is away')),
      NEVER,
    );
    await expect(sending).rejects.toThrow('the store is away');
    expect(there.mails).toEqual([]);
  });

  it('the handover is agreed to before it is taken', async () => {
    const there = await receiver();
    const before: number[] = [];
    await mailerTo(there.url).send(LETTER, async () => void before.push(there.mails.length), NEVER);
    expect(before).toEqual([0]);
    expect(there.mails).toHaveLength(1);
  });

  it('the line breaks after the letter: it may have been taken', async () => {
    const there = await receiver({ beforeAnswer: () => new Promise(() => undefined) });
    const breaking = new AbortController();
    const sending = mailerTo(there.url).send(LETTER, nothing, breaking.signal);
    await there.next(() => true);
    breaking.abort();
    expect(await sending).toMatchObject({ outcome: 'unsure' });
  });

  it('the line breaks in the middle of the letter: it has not been taken', async () => {
    const there = await receiver();
    const breaking = new AbortController();
    const never = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    const sending = mailerTo(there.url).send(
      LETTER,
      () => {
        reached.resolve();
        return never.promise;
      },
      breaking.signal,
    );
    await reached.promise;
    breaking.abort();
    expect(await sending).toMatchObject({ outcome: 'down' });
    never.resolve();
    expect(there.mails).toEqual([]);
  });

  it('a server that speaks something else is down', async () => {
    const web = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const { port } = web.address() as AddressInfo;
    expect(await mailerTo(`smtp://127.0.0.1:${port}`).send(LETTER, nothing, NEVER)).toMatchObject({
      outcome: 'down',
      answer: expect.stringContaining('HTTP/1.1 400'),
    });
    await new Promise((resolve) => web.close(resolve));
  });
});
