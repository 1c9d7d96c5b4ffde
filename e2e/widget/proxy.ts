/** A proxy in front of the server, as offices have them. It holds answers back until their end, and minds sockets. */
import { createServer, request as ask, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { eventually } from '../../packages/server/test/eventually.ts';

/** What becomes of a socket: refused with a status, swallowed, ended as soon as it is there, let through. */
export type Sockets = 400 | 403 | 502 | 'swallowed' | 'ended' | 'let through';

export interface Proxy {
  readonly url: string;
  sockets: Sockets;
  /** The answer of the next request whose body has this in it is lost, after the server has given it. */
  loses: string | null;
  /** Sockets that were asked for. */
  readonly asked: number;
  /** Resolves when so many have been let through. */
  through(count: number): Promise<void>;
  /** Resolves when so many plain requests of the chat have been answered. */
  polled(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function startProxy(target: string): Promise<Proxy> {
  const { hostname, port } = new URL(target);
  const looks = new Set<() => void>();
  const seen = { asked: 0, through: 0, polled: 0 };
  const open = new Set<Duplex>();
  const count = (what: keyof typeof seen): void => {
    seen[what]++;
    for (const look of looks) look();
  };
  const until = async (what: keyof typeof seen, wanted: number): Promise<void> => {
    await eventually(
      looks,
      () => (seen[what] >= wanted ? true : undefined),
      () => `${what}: ${seen[what]}, not ${wanted}`,
    );
  };

  const http = createServer((incoming, outgoing) => {
    withWhole(incoming, (body) => {
      const { method, url: path, headers } = incoming;
      const upstream = ask({ hostname, port, method, path, headers }, (answer) => {
        // The server went away within its answer: the client is not to wait for the rest.
        answer.on('close', () => answer.complete || outgoing.destroy());
        withWhole(answer, (text) => {
          if (path?.endsWith('/poll') === true) count('polled');
          if (proxy.loses !== null && body.includes(proxy.loses)) {
            proxy.loses = null;
            incoming.socket.destroy();
            return;
          }
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers).end(text);
        });
      });
      upstream.on('error', () => outgoing.destroy());
      outgoing.on('close', () => upstream.destroy());
      upstream.end(body);
    });
  });
  const sockety = new WebSocketServer({ noServer: true });
  http.on('upgrade', (request, socket, head) => {
    count('asked');
    open.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => open.delete(socket));
    const { sockets } = proxy;
    if (sockets === 'swallowed') return;
    if (sockets === 'ended') return sockety.handleUpgrade(request, socket, head, (one) => one.terminate());
    if (sockets !== 'let through')
      return void socket.end(`HTTP/1.1 ${sockets} No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`);
    const upstream = connect(Number(port), hostname, () => {
      const lines = request.rawHeaders.map((one, at) => (at % 2 === 0 ? `${one}: ` : `${one}\r\n`));
      upstream.write(`GET ${request.url} HTTP/1.1\r\n${lines.join('')}\r\n`);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
      count('through');
    });
    upstream.on('error', () => socket.destroy());
    upstream.on('close', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
  });

  const proxy: Proxy = {
    url: '',
    sockets: 'let through',
    loses: null,
    get asked() {
      return seen.asked;
    },
    through: (wanted) => until('through', wanted),
    polled: (wanted) => until('polled', wanted),
    async close() {
      for (const socket of open) socket.destroy();
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  };
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return Object.assign(proxy, { url: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
}

/** One that is cut off in its midst, as when a page is closed, is left alone. */
function withWhole(stream: IncomingMessage, take: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  stream.on('error', () => undefined);
  stream.on('end', () => take(Buffer.concat(chunks)));
}
