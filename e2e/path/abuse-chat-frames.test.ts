/** The chat's sockets and what no widget would send: too much, too often, too slowly, in pieces, or nothing. */
import { connect as connectTcp } from 'node:net';
import type { VisitorEvent, VisitorFrame } from '@goalpost/contract/chat';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import {
  connect,
  newKey,
  visit,
  visitorNumber,
  type Operator,
  type Visitor,
} from '../../packages/server/test/chat-client.ts';
import { REFUSED, TAKEN } from './abuse-chat-cases.ts';
import {
  attend,
  bareSocket,
  type ChatStage,
  CONTINUATION_NOT_LAST,
  helloText,
  openChatStage,
  roundTrip,
  settled,
  talk,
  type Talk,
  TEXT,
  TEXT_NOT_LAST,
  write,
} from './abuse-chat-tools.ts';

let stage: ChatStage;
let console: Operator;
/** Someone who only wants to talk, whatever the others do. */
let quiet: Talk;
/** Connected at the start, and silent since. */
let silent: readonly Visitor[];
beforeAll(async () => {
  stage = await openChatStage();
  ({ console } = await attend(stage.url, stage.server.token));
  quiet = await talk(stage.url, stage.counter);
  silent = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      index === 0
        ? connect<VisitorFrame, VisitorEvent>(`${stage.url}${OPERATOR}`, asOperator())
        : connect<VisitorFrame, VisitorEvent>(visitorUrl()),
    ),
  );
});
afterAll(() => stage[Symbol.asyncDispose]());

const path = () => `/chat/v1/visitor/${stage.counter}`;
const OPERATOR = '/chat/v1/operator';
const asOperator = () => ({ authorization: `OAuth ${stage.server.token}` });
const visitorUrl = () => `${stage.url}${path()}`;
/** Harm is when others are not served until it is over. */
const othersAreServed = (): Promise<void> => roundTrip(quiet, console);

describe('one frame', () => {
  it.each(REFUSED)('of %s is refused, and nothing else happens', async (_what, text) => {
    const { tab } = await visit(stage.url, stage.counter);
    tab.sendText(text);
    const refused = await tab.next('refused');
    expect(['malformed', 'too_long']).toContain(refused.reason);
    await settled(tab);
    await tab.close();
    expect(stage.logged()).not.toContain('A chat frame failed');
  });

  it.each(TAKEN)('of %s is taken as any other', async (_what, text) => {
    const { tab } = await visit(stage.url, stage.counter);
    tab.sendText(text);
    await settled(tab);
    expect(tab.events.filter(({ type }) => type === 'refused')).toEqual([]);
    await write(tab, 'and this comes after it');
    await tab.close();
  });

  it('with keys of prototypes stains nothing, and is kept by no more than its own keys', async () => {
    const { tab } = await visit(stage.url, stage.counter);
    const evil = '"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}';
    tab.sendText(`{${evil},"type":"contact","contact":{${evil},"name":"Ann"}}`);
    tab.sendText(
      `{"type":"attributes","attributes":{"__proto__":"polluted","constructor":"c","toString":"t","plan":"gold"}}`,
    );
    tab.sendText(`{"type":"custom","fields":[{${evil},"content":"c","title":"__proto__"}]}`);
    const { conversationId } = await write(tab, 'Hello');
    const { body } = await stage.api.call<{ conversation: { contact: object; custom: object[] } }>(
      'GET',
      `/api/v1/counters/${stage.counter}/chat/conversations/${conversationId}`,
    );
    expect(body.conversation.contact).toEqual({ name: 'Ann' });
    expect(body.conversation.custom).toEqual([{ content: 'c', title: '__proto__' }]);
    expect(JSON.stringify(body)).not.toContain('polluted');
    expect({}).not.toHaveProperty('polluted');
    await tab.close();
  });

  it('of bytes that are no UTF-8 ends its socket', async () => {
    const bare = await bareSocket(stage.url, path());
    bare.frame(TEXT, helloText(visitorNumber()));
    bare.frame(TEXT, Buffer.from([0x7b, 0xff, 0xfe, 0x7d]));
    await bare.closed;
    await othersAreServed();
  });

  it('of bytes instead of text ends its socket', async () => {
    const { tab } = await visit(stage.url, stage.counter);
    (tab as unknown as { sendText(bytes: Buffer): void }).sendText(Buffer.from('{"type":"ping"}'));
    expect(await tab.closed).toBe(1003);
  });

  it('of a megabyte ends its socket, whole or in pieces, from a visitor and from an operator', async () => {
    const sockets = [
      await bareSocket(stage.url, path()),
      await bareSocket(stage.url, OPERATOR, asOperator()),
    ];
    for (const bare of sockets) bare.frame(TEXT, 'x'.repeat(1_000_000));
    const inPieces = await bareSocket(stage.url, path());
    inPieces.frame(TEXT_NOT_LAST, '{"type":"');
    for (let count = 0; count < 1_000; count++) inPieces.frame(CONTINUATION_NOT_LAST, 'x'.repeat(1_000));
    await Promise.all([...sockets, inPieces].map(({ closed }) => closed));
    await othersAreServed();
  });

  it('in pieces without end and without a byte in them ends its socket', async () => {
    const bare = await bareSocket(stage.url, path());
    bare.frame(TEXT_NOT_LAST, '');
    for (let count = 0; count < 200_000; count++) bare.frame(CONTINUATION_NOT_LAST, '');
    bare.frame(TEXT, 'a new text in the middle of another');
    await bare.closed;
    await othersAreServed();
  });
});

describe('compression', () => {
  it('is not agreed to, so that no frame can be a bomb', async () => {
    const socket = new WebSocket(visitorUrl().replace('http', 'ws'), { perMessageDeflate: true });
    await new Promise((resolve) => socket.once('open', resolve));
    expect(socket.extensions).toBe('');
    socket.terminate();
    const bare = await bareSocket(stage.url, path(), {
      'Sec-WebSocket-Extensions': 'permessage-deflate; client_max_window_bits',
    });
    expect(bare.text().toLowerCase()).not.toContain('deflate');
    bare.frame(TEXT | 0x40, 'compressed, says the bit');
    await bare.closed;
  });
});

describe('[C73] a flood', () => {
  it('of frames without end from one socket is limited, then cut off, and harms nobody', async () => {
    const loud = await talk(stage.url, stage.counter);
    const startedAt = Date.now();
    let seconds = 0;
    void loud.tab.closed.then(() => (seconds = (Date.now() - startedAt) / 1_000));
    for (let tick = 0; seconds === 0; tick++) {
      for (let count = 0; count < 100; count++)
        loud.tab.send({ type: 'message', key: newKey(), text: `spam ${tick}`, fileId: null });
      await othersAreServed();
    }
    expect(await loud.tab.closed).toBe(1008);
    const stored = loud.tab.events.filter(({ type }) => type === 'stored').length;
    // 90 at once and 30 a second, for as long as it lasted; the end does not wait for those that have not had their turn.
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(90 + 30 * (seconds + 1));
  });

  it('of sockets from one address harms nobody', async () => {
    const tabs = await Promise.all(
      Array.from({ length: 500 }, () => visit(stage.url, stage.counter).then(({ tab }) => tab)),
    );
    await othersAreServed();
    for (const tab of tabs) for (let count = 0; count < 5; count++) tab.send({ type: 'typing', text: 'x' });
    const talkers = tabs.slice(0, 100);
    for (const tab of talkers) tab.send({ type: 'message', key: newKey(), text: 'spam', fileId: null });
    await othersAreServed();
    await Promise.all(talkers.map((tab) => tab.next('stored')));
    await Promise.all(tabs.map((tab) => tab.close()));
  });

  it('of answers that nobody reads does not fill the memory', async () => {
    const long = '\u{1F600}'.repeat(2_000);
    const writer = await talk(stage.url, stage.counter);
    for (let count = 0; count < 60; count++) await write(writer.tab, long);
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    // All that was written is sent to each of them as soon as it says hello, half a megabyte, and none reads it.
    const deaf = await Promise.all(
      Array.from({ length: 40 }, async () => {
        const bare = await bareSocket(stage.url, path());
        bare.socket.pause();
        bare.frame(TEXT, helloText(writer.visitor, writer.secret));
        return bare;
      }),
    );
    for (let count = 0; count < 20; count++) await write(writer.tab, long);
    await othersAreServed();
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
    for (const { socket } of deaf) socket.destroy();
    await writer.tab.close();
  });

  it('of handshakes that are never finished harms nobody', async () => {
    const { hostname, port } = new URL(stage.url);
    const sockets = Array.from({ length: 300 }, () => {
      const socket = connectTcp(Number(port), hostname);
      socket.on('error', () => undefined);
      socket.write(`GET ${path()} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upg`);
      return socket;
    });
    await othersAreServed();
    for (const socket of sockets) socket.destroy();
  });

  it.each([
    ['no key', { 'Sec-WebSocket-Key': '' }, path],
    ['a version of tomorrow', { 'Sec-WebSocket-Version': '99' }, path],
    ['another protocol', { Upgrade: 'h2c' }, path],
    ['an address that is no socket', {}, () => '/healthz'],
    ['the address of a hit', {}, () => '/watch/1'],
    ['a counter that is no number', {}, () => '/chat/v1/visitor/__proto__'],
    ['a path upwards', {}, () => '/chat/v1/visitor/../operator'],
  ])('a handshake with %s opens nothing', async (_what, headers, address) => {
    const bare = await bareSocket(stage.url, address(), headers);
    bare.frame(TEXT, helloText(visitorNumber()));
    await othersAreServed();
    expect(bare.text()).not.toContain('welcome');
    bare.socket.destroy();
  });
});

describe('hello', () => {
  it('is said once: the second changes nothing', async () => {
    const victim = await talk(stage.url, stage.counter, 'for my eyes only');
    const { tab } = await visit(stage.url, stage.counter);
    tab.sendText(helloText(victim.visitor, victim.secret));
    expect(await tab.next('refused')).toMatchObject({ reason: 'malformed' });
    await write(tab, 'who am I?');
    await settled(victim.tab);
    expect(JSON.stringify(tab.events)).not.toContain('for my eyes only');
    expect(JSON.stringify(victim.tab.events)).not.toContain('who am I?');
    await Promise.all([tab.close(), victim.tab.close()]);
  });

  it('of another version, or not said first, ends the socket', async () => {
    for (const [text, reason] of [
      [helloText(visitorNumber(), null, { version: 2 }), 'version'],
      [helloText('no number'), 'malformed'],
      [helloText('9'.repeat(21)), 'malformed'],
      ['{"type":"ping"}', 'malformed'],
    ] as const) {
      const tab: Visitor = await connect(visitorUrl());
      tab.sendText(text);
      expect(await tab.closed).toBe(1008);
      expect(tab.events).toEqual([{ type: 'refused', reason, key: null }]);
    }
  });
});

it('[C73] who never says hello is not waited for for ever', async () => {
  const codes = await Promise.all(silent.map(({ closed }) => closed));
  expect(new Set(codes)).toEqual(new Set([1013]));
});
