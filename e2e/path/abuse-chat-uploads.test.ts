/** Uploads to the chat from hostile senders: too large, too many, cut off, and files that are not theirs. */
import { connect as connectTcp } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newKey, visit, type Operator } from '../../packages/server/test/chat-client.ts';
import { type Answer, BEHIND_PROXY, createSender, idOf, PNG, type Sender } from './abuse-chat-sender.ts';
import {
  attend,
  type ChatStage,
  openChatStage,
  settled,
  talk,
  type Talk,
  write,
} from './abuse-chat-tools.ts';
import { raw, request } from './abuse-tools.ts';

let stage: ChatStage;
let url: string;
let counter: number;
let guest: Talk;
let sender: Sender;
let console: Operator;
beforeAll(async () => {
  stage = await openChatStage(BEHIND_PROXY);
  ({ url, counter } = stage);
  sender = createSender(stage);
  ({ console } = await attend(url, stage.server.token));
  guest = await talk(url, counter);
});
afterAll(() => stage[Symbol.asyncDispose]());

describe('the size of a file', () => {
  const over = 11 * 1024 * 1024;

  it('of 11 MiB is refused, said beforehand or not', async () => {
    const { secret, tab } = await visit(url, counter);
    const headers = { 'x-goalpost-chat-secret': secret, 'x-goalpost-file-name': 'a.txt' };
    const said = await fetch(`${url}/chat/v1/files/${counter}`, {
      method: 'POST',
      headers,
      body: 'x'.repeat(over),
    });
    expect([said.status, await said.json()]).toMatchObject([413, { reason: 'too_large' }]);
    const unsaid = await fetch(`${url}/chat/v1/files/${counter}`, {
      method: 'POST',
      headers,
      body: new ReadableStream({
        start(stream) {
          for (let count = 0; count < 11; count++) stream.enqueue(new Uint8Array(1024 * 1024).fill(120));
          stream.close();
        },
      }),
      duplex: 'half',
    } as RequestInit);
    expect([unsaid.status, await unsaid.json()]).toMatchObject([413, { reason: 'too_large' }]);
    await tab.close();
  });

  it('that is not as it was said ends the request, and nothing is kept of it', async () => {
    const head = (more: string) =>
      request(`POST /chat/v1/files/${counter}`, {
        'x-goalpost-chat-secret': guest.secret,
        'x-goalpost-file-name': 'a.txt',
        ...Object.fromEntries([more.split(': ') as [string, string]]),
      });
    // More than was said: the rest is another request, and no good one.
    const more = await raw(url, `${head('Content-Length: 5')}hello, this is more`);
    expect(more.statuses.at(-1)).toBe(400);
    expect(more.statuses.slice(0, -1).every((status) => status === 200)).toBe(true);
    for (const wrong of [
      'Content-Length: -1',
      'Content-Length: 1e9',
      'Content-Length: 5, 6',
      'Content-Length: x',
    ])
      expect((await raw(url, `${head(wrong)}hello`)).statuses).toEqual([400]);
    const twice = head('Content-Length: 5').replace('\r\n\r\n', '\r\nTransfer-Encoding: chunked\r\n\r\n');
    expect((await raw(url, `${twice}0\r\n\r\n`)).statuses).toEqual([400]);
    // Less than was said, and then gone.
    const { hostname, port } = new URL(url);
    const socket = connectTcp(Number(port), hostname);
    socket.write(`${head('Content-Length: 1000000')}only this`);
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.destroy();
    await settled(guest.tab);
    expect(stage.logged()).not.toContain('only this');
  });
});

describe('the address of a file', () => {
  it.each([
    '../../../../etc/passwd',
    '..%2f..%2f..%2fsecret',
    '%2e%2e%2f%2e%2e%2fsecret',
    '....//....//secret',
    '%00',
    'a%00b',
    'incoming',
    'incoming%2fx',
    '%ff%fe',
    'x'.repeat(199),
    '__proto__',
    '*',
    "'%20OR%201=1--",
  ])('%s is no file', async (id) => {
    const { statuses, text } = await raw(url, request(`GET /chat/v1/files/${id}`));
    expect([400, 404]).toContain(statuses[0]);
    expect(text).not.toMatch(/root:|stack|node_modules|\/tmp\//);
  });

  it('opens by its whole id alone', async () => {
    const id = idOf(await sender.upload('cat.png', PNG));
    expect(id).toMatch(/^[\w-]{32}$/);
    for (const other of [id.slice(0, -1), `${id}x`, id.toLowerCase(), id.toUpperCase(), `${id}%00`]) {
      if (other !== id) expect((await fetch(`${url}/chat/v1/files/${other}`)).status).not.toBe(200);
    }
    for (const method of ['PUT', 'DELETE', 'PATCH'])
      expect((await fetch(`${url}/chat/v1/files/${id}`, { method })).status).toBe(404);
    expect((await fetch(`${url}/chat/v1/files/${id}`, { headers: { range: 'bytes=99-1' } })).status).toBe(
      200,
    );
  });
});

describe('somebody else’s file', () => {
  const attached = (fileId: string) => ({ type: 'message', key: newKey(), text: 'mine', fileId }) as const;

  it('is not attached by another visitor, nor on another counter, nor by its operators', async () => {
    const id = idOf(await sender.uploadAs(guest.secret));
    const thief = await visit(url, counter);
    thief.tab.send(attached(id));
    expect((await thief.tab.next('refused')).reason).toBe('not_found');

    const other = await stage.newCounter();
    const elsewhere = await talk(url, other);
    elsewhere.tab.send(attached(id));
    expect((await elsewhere.tab.next('refused')).reason).toBe('not_found');
    console.send({ ...attached(id), conversationId: elsewhere.conversationId });
    expect((await console.next('refused')).reason).toBe('not_found');

    // Theirs it is.
    guest.tab.send(attached(id));
    expect((await guest.tab.next('stored', ({ message }) => message.file !== null)).message.file?.id).toBe(
      id,
    );
    await Promise.all([thief.tab.close(), elsewhere.tab.close()]);
  });

  it('of an operator is no visitor’s to send', async () => {
    const answer = await fetch(`${url}/api/v1/counters/${counter}/chat/files`, {
      method: 'POST',
      headers: { authorization: `OAuth ${stage.server.token}`, 'x-goalpost-file-name': 'a.png' },
      body: PNG,
    });
    const { file } = (await answer.json()) as { file: { id: string } };
    guest.tab.send(attached(file.id));
    expect((await guest.tab.next('refused')).reason).toBe('not_found');
    for (const fileId of ['', '../x', 'x'.repeat(64)]) {
      guest.tab.send(attached(fileId));
      expect((await guest.tab.next('refused')).reason).toBe('not_found');
    }
    await write(guest.tab, 'and this is heard');
  });
});

describe('[C75] file after file', () => {
  const refusedAfter = async (send: () => Promise<Answer>, most: number): Promise<number> => {
    for (let count = 0; count <= most; count++) {
      const { status } = await send();
      if (status === 429) return count;
      expect(status).toBe(200);
    }
    return most + 1;
  };

  it('is taken from one visitor up to twenty in a while', async () => {
    const greedy = await visit(url, counter);
    expect(await refusedAfter(() => sender.uploadAs(greedy.secret), 20)).toBe(20);
    expect((await sender.uploadAs(guest.secret)).status).toBe(200);
    await greedy.tab.close();
  });

  it.each([
    ['address', () => '203.0.113.7'],
    ['network that is one customer’s', (count: number) => `2001:db8:1:2::${count.toString(16)}`],
  ])('is taken from one %s up to sixty, whoever they say they are', async (_what, addressOf) => {
    let count = 0;
    const send = async () => {
      count++;
      const { secret, tab } = await visit(url, counter);
      const answer = await sender.uploadAs(secret, { 'x-forwarded-for': addressOf(count) });
      await tab.close();
      return answer;
    };
    expect(await refusedAfter(send, 60)).toBe(60);
  });
});
