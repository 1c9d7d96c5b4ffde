import { WEBHOOK_FAULTS } from '@goalpost/contract/chat';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { createServer as createTcpServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import type { Resolve } from './addresses.ts';
import { post, type PostOptions } from './post.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function listen(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const LOOPBACK: Resolve = async () => [{ address: '127.0.0.1', family: 4 }];
const options = (more: Partial<PostOptions> = {}): PostOptions => ({
  allowPrivate: true,
  resolve: LOOPBACK,
  timeoutMs: 120_000,
  signal: new AbortController().signal,
  ...more,
});

it('posts the body under the host’s own name, to the address that was checked', async () => {
  const seen: unknown[] = [];
  const port = await listen((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method, url, headers } = request;
      seen.push([method, url, headers.host, headers['x-a'], Buffer.concat(pieces).toString()]);
      response.writeHead(201).end('{"result":"ok"}\r\n\u0000\u202Eyes');
    });
  });
  const asked: string[] = [];
  const resolve: Resolve = (host) => {
    asked.push(host);
    return LOOPBACK(host);
  };
  const answer = await post(`http://crm.example:${port}/a?b=c`, { 'x-a': '1' }, 'тест', options({ resolve }));
  expect(seen).toEqual([['POST', '/a?b=c', `crm.example:${port}`, '1', 'тест']]);
  expect(asked).toEqual(['crm.example']);
  expect(answer).toEqual({
    status: 201,
    text: '201 Created {"result":"ok"} yes',
    body: '{"result":"ok"}\r\n\u0000\u202Eyes',
  });
});

it('follows no redirect, wherever to', async () => {
  let asked = 0;
  const port = await listen((_request, response) => {
    asked++;
    response.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }).end();
  });
  expect(await post(`http://crm.example:${port}/`, {}, '{}', options())).toMatchObject({ status: 302 });
  expect(asked).toBe(1);
});

it.each([
  'http://127.0.0.1',
  'http://2130706433',
  'http://0x7f.1',
  'http://[::ffff:127.0.0.1]',
  'http://intranet',
])('sends nothing to %s', async (host) => {
  let asked = 0;
  const port = await listen((_request, response) => {
    asked++;
    response.end();
  });
  const answer = await post(`${host}:${port}/`, {}, '{}', options({ allowPrivate: false }));
  expect(answer).toEqual({ status: null, text: WEBHOOK_FAULTS.private, body: '' });
  expect(asked).toBe(0);
});

it('looks a name up once: what answers something else the next time is not asked', async () => {
  let times = 0;
  const rebinding: Resolve = async () => {
    times++;
    return [{ address: times === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }];
  };
  let asked = 0;
  // It listens at 127.0.0.1 alone: the first address refuses.
  const port = await listen((_request, response) => {
    asked += 1;
    response.end();
  });
  const answer = await post(`http://crm.example:${port}/`, {}, '{}', options({ resolve: rebinding }));
  expect([answer.status, times, asked]).toEqual([null, 1, 0]);
});

it('reads no more of an answer than it needs', async () => {
  let written = 0;
  const port = await listen((_request, response) => {
    const more = () => {
      while (written < 50_000_000 && response.write('x'.repeat(64_000))) written += 64_000;
    };
    response.on('drain', more);
    more();
  });
  const answer = await post(`http://crm.example:${port}/`, {}, '{}', options());
  expect(answer.status).toBe(200);
  expect(answer.text.length).toBe(500);
  expect(answer.body.length).toBe(65_536);
  expect(written).toBeLessThan(50_000_000);
});

it.each<[string, RequestListener]>([
  ['never answers', () => undefined],
  ['answers without end', (_request, response) => void response.write('a')],
])('waits no longer than it may for one that %s', async (_name, listener) => {
  const port = await listen(listener);
  const answer = await post(`http://crm.example:${port}/`, {}, '{}', options({ timeoutMs: 50 }));
  expect(answer).toEqual({ status: null, text: WEBHOOK_FAULTS.timeout, body: '' });
});

it('waits no longer for a name that is never found', async () => {
  const resolve: Resolve = () => new Promise(() => undefined);
  const answer = await post('http://crm.example/', {}, '{}', options({ resolve, timeoutMs: 20 }));
  expect(answer.text).toBe(WEBHOOK_FAULTS.timeout);
});

it('ends when it is told to', async () => {
  const ending = new AbortController();
  const port = await listen(() => ending.abort());
  const answer = await post(`http://crm.example:${port}/`, {}, '{}', options({ signal: ending.signal }));
  expect(answer.status).toBeNull();
  const never = await post(`http://crm.example:${port}/`, {}, '{}', options({ signal: AbortSignal.abort() }));
  expect(never.status).toBeNull();
});

it('says why there is no answer', async () => {
  const port = await listen(() => undefined);
  servers.at(-1)?.close();
  const refused = await post(`http://crm.example:${port}/`, {}, '{}', options());
  expect(refused.text).toBe(WEBHOOK_FAULTS.refused);

  const notFound: Resolve = () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' }));
  const unknown = await post('http://crm.example/', {}, '{}', options({ resolve: notFound }));
  expect(unknown.text).toBe(WEBHOOK_FAULTS.no_host);
  const empty = await post('http://crm.example/', {}, '{}', options({ resolve: async () => [] }));
  expect(empty.text).toBe(WEBHOOK_FAULTS.no_host);

  const broken = await listen((request) => request.socket.destroy());
  expect((await post(`http://crm.example:${broken}/`, {}, '{}', options())).text).toBe(WEBHOOK_FAULTS.broken);
});

it('speaks TLS in the host’s name, and to nothing that cannot', async () => {
  let hello = Buffer.alloc(0);
  const open = new Set<Socket>();
  const server = createTcpServer((socket) => {
    open.add(socket);
    socket.on('data', (data) => {
      hello = Buffer.concat([hello, data]);
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n');
    });
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const answer = await post(`https://crm.example:${port}/`, {}, '{}', options());
  expect(answer.status).toBeNull();
  // The name that is asked for in the handshake.
  expect(hello.includes('crm.example')).toBe(true);
  expect(hello.includes('POST')).toBe(false);
  for (const socket of open) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
});
