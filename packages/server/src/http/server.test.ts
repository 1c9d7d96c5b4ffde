import { connect, type AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp, type AppDeps } from './app.ts';
import type { BrokenRequest } from './answers/broken-request.ts';
import { hitServerFactory, type HitDoor } from './server.ts';

let app: FastifyInstance;
let port: number;
const broken: BrokenRequest[] = [];
const DOOR: HitDoor = {
  owns: (url) => url.startsWith('/watch/'),
  handle: (request, response) => response.end(`door ${request.url?.length}`),
};
const DEPS: AppDeps = {
  endpoints: [],
  accounts: {
    callerByToken: async () => null,
    callerBySession: async () => null,
    handleAuth: async () => new Response(),
  },
  access: { permission: async () => null, limit: async () => null, status: async () => null },
  ready: () => true,
  samples: () => [],
  tag: null,
  adminFolder: null,
  version: '0',
  publicUrl: null,
  trustProxy: [],
  log: { error: () => undefined },
  onBrokenRequest: (request) => void broken.push(request),
};
beforeAll(async () => {
  app = await createApp({ ...DEPS, serverFactory: hitServerFactory(DOOR) });
  await app.listen({ host: '127.0.0.1', port: 0 });
  ({ port } = app.server.address() as AddressInfo);
});
afterAll(() => app.close());

/** Sends raw bytes and gives all that comes back until the server hangs up. */
function send(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk: Buffer) => (answer += chunk.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer));
    socket.write(text);
  });
}

const get = (path: string, header = '') =>
  `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${header}\r\n`;

it('hits go to the door, the rest to the application', async () => {
  expect(await send(get('/watch/1?a=b'))).toContain('door 12');
  expect(await send(get('/healthz'))).toContain('{"status":"ok"}');
});

it('a query of 20 KiB still reaches the door', async () => {
  expect(await send(get(`/watch/1?${'a'.repeat(20 * 1024)}`))).toContain(`door ${20 * 1024 + 9}`);
});

it('an address of 1 MB is answered 414 with the reason, and the server goes on', async () => {
  const answer = await send(get(`/watch/1?${'a'.repeat(1024 * 1024)}`));
  expect(answer).toMatch(/^HTTP\/1\.1 414 /);
  expect(answer).toContain('X-Goalpost: refused; reason=too_large');
  expect(broken.splice(0)).toMatchObject([{ reason: 'too_large' }]);
  expect(await send(get('/healthz'))).toContain('200 OK');
});

it('too many headers are answered 431', async () => {
  expect(await send(get('/healthz', 'X-A: bcdefghijklmnopqrstuvwxyz\r\n'.repeat(4_000)))).toMatch(
    /^HTTP\/1\.1 431 /,
  );
  expect(broken.splice(0)).toMatchObject([{ reason: 'too_large' }]);
});

it('what is no HTTP is answered 400', async () => {
  const answer = await send('\u0000\u0001\u0002 nonsense\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  expect(answer).toContain('reason=malformed');
  expect(broken.splice(0)).toMatchObject([{ reason: 'malformed' }]);
});

it('[W22] what asks for a tunnel is answered, also with something behind it', async () => {
  for (const target of ['shop.example:443', '/watch/1', '*'])
    for (const more of ['', 'Content-Length: 2\r\n', 'Transfer-Encoding: chunked\r\n', 'Upgrade: h2c\r\n'])
      expect(await send(`CONNECT ${target} HTTP/1.1\r\nHost: x\r\n${more}\r\n{}`)).toMatch(
        /^HTTP\/1\.1 405 /,
      );
});

const SOCKET =
  'Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: MTIzNDU2Nzg5MDEyMzQ1Ng==\r\n';

it.each(['Upgrade: h2c\r\n', SOCKET])('[W22] an offer is no reason not to answer: %j', async (offer) => {
  expect(await send(get('/watch/1', offer))).toContain('door 8');
  expect(await send(get('/healthz', offer))).toContain('{"status":"ok"}');
  expect(await send(get('/nowhere', offer))).toMatch(/^HTTP\/1\.1 404 /);
});

it.each([
  ['http://goalpost.example/watch/1', 'door 8'],
  ['HTTPS://goalpost.example:8090/watch/1?a=/b', 'door 13'],
  ['http://goalpost.example/healthz', '{"status":"ok"}'],
  ['http://goalpost.example', ' 404 '],
  ['http://goalpost.example?a', ' 404 '],
  ['http:///watch/1', ' 400 '],
])('[W69] %s, as to a proxy, is answered as its path is', async (target, answer) => {
  expect(await send(get('/').replace('GET / ', `GET ${target} `))).toContain(answer);
  expect(broken).toEqual([]);
});

describe('lines that end with a line feed alone [W23]', () => {
  const bare = get('/healthz').replaceAll('\r\n', '\n');

  it('are refused, unless the server is told to be lenient', async () => {
    expect(await send(bare)).toMatch(/^HTTP\/1\.1 400 /);
    broken.splice(0);
  });

  it('are read by a lenient server, which refuses whatever can be read in two ways', async () => {
    const strict = port;
    const lenient = await createApp({ ...DEPS, serverFactory: hitServerFactory(DOOR, { lenient: true }) });
    await lenient.listen({ host: '127.0.0.1', port: 0 });
    ({ port } = lenient.server.address() as AddressInfo);
    const post = (headers: string) => `POST /watch/1 HTTP/1.1\nHost: x\nConnection: close\n${headers}\n`;
    try {
      expect(await send(bare)).toContain('{"status":"ok"}');
      expect(await send(post('Content-Length: 1\n') + 'x')).toContain('door 8');
      for (const headers of [
        'Content-Length: 5\nTransfer-Encoding: chunked\n',
        'Transfer-Encoding: chunked\nContent-Length: 5\n',
        'Content-Length: 5\nContent-Length: 5\n',
        'Content-Length: 5\nContent-Length: 0\n',
        'Transfer-Encoding: chunked, identity\n',
        'Transfer-Encoding: xchunked\n',
      ])
        expect(await send(`${post(headers)}0\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
    } finally {
      await lenient.close();
      port = strict;
      broken.splice(0);
    }
  });
});

it('tells how a broken request began, where that is known', async () => {
  await send('GET /watch/7?a=\u0001 HTTP/1.1\r\nHost: x\r\n\r\n');
  await send(`${get('/healthz').replace('close', 'keep-alive')}GET /watch/8\u0001`);
  expect(broken.splice(0)).toEqual([
    { reason: 'malformed', start: 'GET /watch/7?a=\u0001 HTTP/1.1\r\nHost: x\r\n\r\n' },
    { reason: 'malformed', start: '' },
  ]);
});
