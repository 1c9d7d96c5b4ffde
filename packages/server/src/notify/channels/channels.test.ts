import type { ChannelInput, ChannelKindId } from '@goalpost/contract/notices';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EndpointContext } from '../../kit/endpoint.ts';
import { isProblem, problemBody } from '../../kit/problem.ts';
import { createSecrets } from '../../kit/secrets/secrets.ts';
import { createNoticeStore } from '../../stores/records/index.ts';
import { openTestRecords } from '../../stores/records/test-records.ts';
import type { Records } from '../../stores/records/index.ts';
import type { MailResult } from '../mail/port.ts';
import { post } from '../webhooks/post.ts';
import { signatureOf } from '../webhooks/signature.ts';
import type { Message } from './channel.ts';
import { channelEndpoints } from './endpoints.ts';
import type { NoticeStore } from './port.ts';
import { createNoticeSender, type NoticeSender } from './sender.ts';

const TOKEN = '123456:secret-of-the-bot-that-nobody-sees';
const NOW = Date.UTC(2026, 5, 1);
const HOUR = 3_600_000;

interface Got {
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let records: Records;
let store: NoticeStore;
let sender: NoticeSender;
let server: Server;
let base: string;
let got: Got[];
let answer: { status: number; text: string };
let letters: { to: string; attachments: number }[];
let mailResult: MailResult;
let now: number;
const clock = { now: () => now };

const message: Message = {
  subject: 'The tag is silent',
  text: 'There were 0; <25> are usual.',
  html: '<p>0</p>',
  data: { event: 'alert', counter_id: 1 },
  attachments: [{ name: 'report.csv', type: 'text/csv', bytes: Buffer.from('a,b').toString('base64') }],
};

beforeEach(async () => {
  [got, letters, now] = [[], [], NOW];
  answer = { status: 200, text: 'ok' };
  mailResult = { outcome: 'sent', answer: '250 taken' };
  records = await openTestRecords();
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      got.push({
        url: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(pieces).toString('utf8'),
      });
      response.writeHead(answer.status).end(answer.text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  store = createNoticeStore(records.db, createSecrets(['a key that is long enough to be taken']));
  sender = senderOf('one');
});
afterEach(async () => {
  await sender.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await records.close();
});

const senderOf = (node: string) =>
  createNoticeSender({
    store,
    tools: {
      post: (url, headers, body, signal) =>
        post(url, headers, body, {
          allowPrivate: true,
          resolve: async () => [],
          timeoutMs: 120_000,
          signal,
        }),
      mail: async ({ to, attachments = [] }, beforeHandover) => {
        await beforeHandover();
        letters.push({ to, attachments: attachments.length });
        return mailResult;
      },
      telegramUrl: base,
    },
    clock,
    log: { warn: () => undefined, error: () => undefined },
    node,
  });

const inputs = (): Readonly<Record<ChannelKindId, ChannelInput>> => ({
  email: { kind: 'email', name: '', to: 'ann@example.com' },
  webhook: { kind: 'webhook', name: '', url: `${base}/hook` },
  telegram: { kind: 'telegram', name: 'Team', token: TOKEN, chat_id: '-100' },
  slack: { kind: 'slack', name: '', url: `${base}/services/secret` },
});

function call(
  method: string,
  url: string,
  given: object,
  deps: { allowPrivate?: boolean; mail?: boolean } = {},
) {
  const endpoint = channelEndpoints({
    store,
    sender,
    mailAvailable: deps.mail ?? true,
    allowPrivate: deps.allowPrivate ?? true,
    resolve: async () => [{ address: '10.0.0.1', family: 4 }],
    clock,
  }).find((one) => one.method === method && one.url.endsWith(url));
  return endpoint?.handle(given as never, { caller: null } as unknown as EndpointContext) as Promise<{
    channel: { id: string };
    secret: string;
  }>;
}

const make = async (kind: ChannelKindId) =>
  call('POST', '/channels', { params: { counterId: 1 }, body: { channel: inputs()[kind] } });

async function tell(channelId: string, id = 'notice'): Promise<void> {
  await store.add([{ id, counterId: 1, channelId, message }], now);
  await sender.work();
}
const shown = async () => {
  const { channels } = (await call('GET', '/channels', { params: { counterId: 1 } })) as unknown as {
    channels: { target: string; failing: boolean; last_answer: string; waiting: number }[];
  };
  return channels;
};

describe('[A36] each kind of channel', () => {
  it('email: a letter with the files', async () => {
    const { channel } = await make('email');
    await tell(channel.id);
    expect(letters).toEqual([{ to: 'ann@example.com', attachments: 1 }]);
  });

  it('webhook: signed JSON, with the files in it', async () => {
    const { channel, secret } = await make('webhook');
    await tell(channel.id);
    const [one] = got;
    expect(one?.headers['x-goalpost-signature']).toBe(signatureOf(secret, one?.body ?? '', now));
    expect(one?.headers['x-goalpost-delivery']).toBe('notice');
    expect(JSON.parse(one?.body ?? '')).toMatchObject({
      event: 'alert',
      subject: message.subject,
      attachments: [{ name: 'report.csv' }],
    });
  });

  it('telegram: words, then each file', async () => {
    const { channel } = await make('telegram');
    await tell(channel.id);
    expect(got.map(({ url }) => url)).toEqual([`/bot${TOKEN}/sendMessage`, `/bot${TOKEN}/sendDocument`]);
    expect(JSON.parse(got[0]?.body ?? '')).toMatchObject({ chat_id: '-100' });
    expect(got[1]?.body).toContain('filename="report.csv"');
    expect(got[1]?.body).toContain('a,b');
  });

  it('slack: words, in which nothing is read as a mention', async () => {
    const { channel } = await make('slack');
    await tell(channel.id);
    expect(JSON.parse(got[0]?.body ?? '')).toEqual({
      text: '*The tag is silent*\nThere were 0; &lt;25&gt; are usual.',
    });
  });
});

describe('[A37] what is secret', () => {
  it('is sealed where it is kept, and shown to no one', async () => {
    for (const kind of ['telegram', 'slack'] as const) {
      answer = { status: 403, text: kind === 'slack' ? 'no' : `Forbidden: bot ${TOKEN} was blocked` };
      now += 1;
      const { channel } = await make(kind);
      await tell(channel.id, kind);
    }
    const kept = JSON.stringify([
      await records.db.selectFrom('channels').selectAll().execute(),
      await records.db.selectFrom('notices').selectAll().execute(),
    ]);
    const seen = JSON.stringify(await shown());
    for (const secret of [TOKEN, '/services/secret'])
      expect([kept.includes(secret), seen.includes(secret)]).toEqual([false, false]);
    expect((await shown()).map(({ target }) => target)).toEqual(['-100', new URL(base).host]);
  });

  it.each(['webhook', 'slack'] as const)('%s: an address in a private network is refused', async (kind) => {
    const refused = await call(
      'POST',
      '/channels',
      { params: { counterId: 1 }, body: { channel: { ...inputs()[kind], url: 'https://crm.example/' } } },
      { allowPrivate: false },
    );
    expect(isProblem(refused) && problemBody(refused).errors[0]?.location).toBe('channel.url');
  });

  it('a letter is refused where the server sends none', async () => {
    const given = { params: { counterId: 1 }, body: { channel: inputs().email } };
    const refused = await call('POST', '/channels', given, { mail: false });
    expect(isProblem(refused) && problemBody(refused).errors[0]?.location).toBe('channel.to');
  });
});

describe('[A38] a channel that does not take what is sent', () => {
  it('a blocked bot is shown, and tried again', async () => {
    const { channel } = await make('telegram');
    answer = { status: 403, text: 'Forbidden: bot was blocked by the user' };
    await tell(channel.id);
    expect(await shown()).toMatchObject([{ failing: true, waiting: 1 }]);
    expect((await shown())[0]?.last_answer).toContain('bot was blocked by the user');
    answer = { status: 200, text: 'ok' };
    await sender.work();
    expect(got).toHaveLength(1);
    now += 10_000;
    await sender.work();
    expect(await shown()).toMatchObject([{ failing: false, waiting: 0 }]);
    expect(got).toHaveLength(3);
  });

  it('a webhook that is gone, and a letter that is refused, are shown at once', async () => {
    const webhook = await make('webhook');
    now += 1;
    const email = await make('email');
    answer = { status: 410, text: 'gone' };
    mailResult = { outcome: 'refused', answer: '550 no such user' };
    await tell(webhook.channel.id, 'one');
    await tell(email.channel.id, 'two');
    expect(await shown()).toMatchObject([
      { failing: true, waiting: 0 },
      { failing: true, waiting: 0, last_answer: '550 no such user' },
    ]);
    now += 48 * HOUR;
    await sender.work();
    expect([got.length, letters.length]).toEqual([1, 1]);
  });

  it('is given up after a day', async () => {
    const { channel } = await make('slack');
    answer = { status: 500, text: '' };
    await tell(channel.id);
    for (let attempt = 2; attempt <= 12; attempt += 1) {
      now += 16 * HOUR;
      await sender.work();
    }
    expect(got).toHaveLength(8);
    expect(await shown()).toMatchObject([{ failing: true, waiting: 0 }]);
  });

  it('what was sent is forgotten after 30 days, and what waits is not', async () => {
    const { channel } = await make('slack');
    await tell(channel.id, 'sent');
    answer = { status: 500, text: '' };
    await tell(channel.id, 'waiting');
    now += 31 * 24 * HOUR;
    await sender.prune();
    const kept = await records.db.selectFrom('notices').select('id').execute();
    expect(kept).toEqual([{ id: 'waiting' }]);
  });

  it('is sent once by two nodes', async () => {
    const { channel } = await make('webhook');
    const other = senderOf('two');
    await store.add([{ id: 'notice', counterId: 1, channelId: channel.id, message }], now);
    await Promise.all([sender.work(), other.work()]);
    await other.close();
    expect(got).toHaveLength(1);
  });

  it('a letter that may have arrived is not sent again', async () => {
    const { channel } = await make('email');
    mailResult = { outcome: 'unsure', answer: 'no answer' };
    await tell(channel.id);
    now += HOUR;
    await sender.work();
    expect(letters).toHaveLength(1);
  });

  it('one that is removed takes along what waits for it', async () => {
    const { channel } = await make('slack');
    answer = { status: 500, text: '' };
    await tell(channel.id);
    await call('DELETE', '/:channelId', { params: { counterId: 1, channelId: channel.id } });
    now += HOUR;
    await sender.work();
    expect(got).toHaveLength(1);
  });
});

it('[A36] a test says what came of it', async () => {
  const { channel } = await make('slack');
  answer = { status: 404, text: 'no_service' };
  const tested = await call('POST', '/test', { params: { counterId: 1, channelId: channel.id } });
  expect(tested).toMatchObject({
    channel: { failing: true, last_answer: expect.stringContaining('no_service') },
  });
});
