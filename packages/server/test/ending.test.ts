/** The server ends within its bound, whatever is open [W22]. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { startServer } from './start-server.ts';

const HEAD = 'Host: x\r\nContent-Type: application/json\r\n';
const OPEN: Readonly<Record<string, string>> = {
  'nothing said': '',
  'half a line': 'GET /heal',
  'half the headers': 'GET /healthz HTTP/1.1\r\nHost:',
  'idle, kept alive': 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n',
  'half a body': `POST /management/v1/counters HTTP/1.1\r\n${HEAD}Content-Length: 99\r\n\r\n{`,
  'half a hit': 'POST /watch/1 HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n\r\nbrowser-info=',
  'half a file': `POST /chat/v1/files/1 HTTP/1.1\r\n${HEAD}Content-Length: 99\r\n\r\nx`,
  'an endless chunk': `POST /management/v1/counters HTTP/1.1\r\n${HEAD}Transfer-Encoding: chunked\r\n\r\nffff\r\n{`,
  'a body for nobody': `DELETE /nope HTTP/1.1\r\n${HEAD}Content-Length: 99\r\n\r\n{`,
  'a socket that says nothing':
    'GET /chat/v1/visitor/1 HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
    'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  'another protocol': `POST /nope HTTP/1.1\r\n${HEAD}Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 9\r\n\r\n`,
};

it('whatever is open', async () => {
  const server = await startServer();
  const { hostname, port } = new URL(server.url);
  const sockets: Socket[] = [];
  for (const bytes of Object.values(OPEN)) {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined).resume();
    await once(socket, 'connect');
    socket.write(bytes);
    sockets.push(socket);
  }
  // An answer to a later request: what was written before has been read.
  await fetch(`${server.url}/healthz`);
  const ends = sockets.map((socket) => (socket.closed ? Promise.resolve() : once(socket, 'close')));
  await server.close();
  await Promise.all(ends);
  expect(sockets.every(({ destroyed }) => destroyed)).toBe(true);
});
