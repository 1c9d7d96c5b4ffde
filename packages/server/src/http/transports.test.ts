/** Both ways that a connection of the chat is carried, under one contract: a socket, and plain requests [C93]. */
import type { Wire } from '@goalpost/contract/chat/polling';
import fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_FRAME_BYTES } from '@goalpost/contract/chat';
import { overRequests, overSocket } from '../../test/carriers.ts';
import { eventually } from '../../test/eventually.ts';
import type { Connection, Socket, SocketRequest } from '../chat/index.ts';
import { endConnections } from './closing.ts';
import { addSockets, addSocketSupport } from './sockets.ts';

describe.each([
  ['a socket', overSocket],
  ['plain requests', overRequests],
])('over %s', (_name, open) => {
  // Of this test alone: the end of an earlier one's connection may come late.
  let said: string[] = [];
  let codes: number[] = [];
  let taken: string[] = [];
  let gone = 0;
  let request: SocketRequest | undefined;
  let socket: Socket | undefined;
  let onConnect: ((socket: Socket) => void) | undefined;
  let wire: Wire | undefined;
  let app: FastifyInstance;
  const watchers = new Set<() => void>();
  const look = () => watchers.forEach((one) => one());
  const until = (what: string, isSo: () => boolean) =>
    eventually(
      watchers,
      () => (isSo() ? true : undefined),
      () => `not so: ${what}`,
    );

  beforeEach(async () => {
    [said, codes, taken] = [[], [], []];
    gone = 0;
    onConnect = undefined;
    app = fastify();
    endConnections(app);
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string' }, async (_: unknown, text: string | Buffer) =>
      JSON.parse(String(text)),
    );
    await addSocketSupport(app, MAX_FRAME_BYTES);
    const connect = (given: Socket, asked: SocketRequest): Connection => {
      socket = given;
      request = asked;
      onConnect?.(given);
      return {
        frame(text, done) {
          taken.push(text);
          look();
          done?.();
        },
        gone() {
          gone++;
          look();
        },
      };
    };
    addSockets(app, [{ url: '/chat/:counterId', frames: ['message'], connect }], {
      accounts: {
        callerByToken: async () => null,
        callerBySession: async () => ({ accountId: 'ann', login: 'ann@example.com', scope: 'write' }),
      },
      publicUrl: null,
      holdMs: 50,
    });
    await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterEach(async () => {
    wire?.close();
    await app.close();
  });

  async function connected(headers: Record<string, string> = {}): Promise<Wire> {
    const address = app.server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const [told, ends] = [said, codes];
    const mine = open(`http://127.0.0.1:${address.port}/chat/7`, headers, {
      opened: () => mine.send('hello'),
      said(text) {
        told.push(text);
        look();
      },
      closed(code) {
        ends.push(code);
        look();
      },
    });
    wire = mine;
    await until('hello was taken or the end told', () => taken.length > 0 || codes.length > 0);
    return mine;
  }

  it('[C93] frames and events come once each, in order', async () => {
    const mine = await connected();
    const numbers = Array.from({ length: 120 }, (_, at) => `${at} "\\ \u2028 ы`);
    for (const one of numbers) mine.send(one);
    for (const one of numbers) socket?.send(one);
    await until('all are there', () => taken.length > 120 && said.length >= 120);
    socket?.send('later');
    await until('also what is said when nothing is asked', () => said.length > 120);
    expect(taken).toEqual(['hello', ...numbers]);
    expect(said).toEqual([...numbers, 'later']);
  });

  it('the server knows who opened it', async () => {
    await connected({ origin: 'https://shop.example', 'user-agent': 'Tester', cookie: 'session=live' });
    expect(request).toMatchObject({
      params: { counterId: '7' },
      origin: 'https://shop.example',
      agent: 'Tester',
      address: '127.0.0.1',
    });
    expect(await request?.caller(), 'another site’s page is not signed in').toBeNull();
  });

  it('the sign-in of our own pages is known', async () => {
    await connected({ 'sec-fetch-site': 'same-origin', cookie: 'session=live' });
    expect(await request?.caller()).toMatchObject({ accountId: 'ann' });
  });

  it('the end is told with its code, after what was said before', async () => {
    await connected();
    socket?.send('last words');
    socket?.close(4404, 'disabled');
    await until('the client knows', () => codes.length > 0);
    expect([said, codes]).toEqual([['last words'], [4404]]);
    await until('the connection knows', () => gone > 0);
    expect(gone).toBe(1);
  });

  it('one that is turned away at once is told why', async () => {
    onConnect = (one) => {
      one.send('refused');
      one.close(1013, 'network_limit');
    };
    await connected();
    await until('the client knows', () => codes.length > 0);
    expect([said, codes]).toEqual([['refused'], [1013]]);
  });

  it('a client that closes is gone, once', async () => {
    (await connected()).close();
    await until('the connection knows', () => gone > 0);
    await app.close();
    expect([gone, codes.filter((code) => code !== 1005 && code !== 1006)]).toEqual([1, []]);
  });

  it('[C73] a frame that is too large ends it', async () => {
    (await connected()).send('ы'.repeat(MAX_FRAME_BYTES / 2 + 1));
    await until('the client knows', () => codes.length > 0);
    expect([taken, codes]).toEqual([['hello'], [1009]]);
  });

  it('a server that ends says so, or is found gone: both mean to come again', async () => {
    await connected();
    await app.close();
    await until('the client knows', () => codes.length > 0);
    expect([1001, 1006]).toContain(codes[0]);
    expect([codes.length, gone]).toEqual([1, 1]);
  });
});
