/** WebSocket routes: the real sockets under the connections that features hand in, and their heartbeat. */
import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import type { SocketRequest, SocketRoute } from '../chat/index.ts';
import type { Caller } from '../kit/endpoint.ts';
import { UNWATCHED, type Watched } from '../kit/watched.ts';
import { tokenOf, type Authenticator } from './auth/authentication.ts';
import { createHeartbeat } from './heartbeat.ts';
import { isSameOrigin } from './origin.ts';
import { frameLabels } from './under-way.ts';
import { webHeaders } from './web-request.ts';

export interface SocketDeps {
  readonly accounts: Authenticator;
  readonly publicUrl: string | null;
  readonly watched?: Watched;
}

const GOING_AWAY = 1001;
const UNSUPPORTED = 1003;
/** What has not said goodbye by then is cut off. */
const GOODBYE_MS = 500;

/**
 * Before any route is added.
 * @param maxFrameBytes larger frames end their socket
 */
export async function addSocketSupport(app: FastifyInstance, maxFrameBytes: number): Promise<void> {
  await app.register(websocket, {
    options: { maxPayload: maxFrameBytes, perMessageDeflate: false },
    // What a broken connection says is of no interest; its end is told by `close`.
    errorHandler: (_error, socket) => socket.terminate(),
    preClose: async () => closeAll(app.websocketServer.clients),
  });
}

export function addSockets(
  app: FastifyInstance,
  routes: readonly SocketRoute[],
  { accounts, publicUrl, watched = UNWATCHED }: SocketDeps,
): void {
  const heartbeat = createHeartbeat();
  app.addHook('onClose', async () => heartbeat.stop());
  for (const { url, frames, connect } of routes) {
    const labelOf = frameLabels(watched, url, frames);
    app.get(url, { ...OPTIONS, preHandler: letGo }, (socket, request) => {
      release(socket);
      const connection = connect(socket, asked(request, accounts, publicUrl));
      socket.on('message', (data: Buffer, isBinary: boolean) => {
        if (isBinary) return socket.close(UNSUPPORTED, 'text frames only');
        const text = data.toString('utf8');
        const begun = watched.begin(labelOf(text));
        connection.frame(text, () => watched.end(begun));
      });
      socket.on('close', () => {
        heartbeat.remove(socket);
        connection.gone();
      });
      heartbeat.add(socket);
    });
  }
}

const OPTIONS = { websocket: true, config: { rateLimit: false } } as const;

/** An answer that is never sent would keep itself and its request for as long as the connection lives. */
function letGo(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (request.ws) reply.raw.detachSocket(request.raw.socket);
  done();
}

/** The plugin's own listener would keep the request and its answer for as long as the socket lives. */
function release(socket: WebSocket): void {
  socket.removeAllListeners('error');
  socket.on('error', terminate);
}

function terminate(this: WebSocket): void {
  this.terminate();
}

function asked(request: FastifyRequest, accounts: Authenticator, publicUrl: string | null): SocketRequest {
  const { headers, ip } = request;
  const { token } = request.query as { token?: unknown };
  const given = typeof token === 'string' ? token : (tokenOf(request) ?? null);
  const ours = isSameOrigin(headers, publicUrl);
  const cookies = webHeaders({ cookie: headers.cookie });
  return {
    params: request.params as Record<string, string>,
    origin: headers.origin ?? '',
    agent: headers['user-agent'] ?? '',
    address: ip,
    caller(): Promise<Caller | null> {
      if (given !== null) return accounts.callerByToken(given);
      return ours && cookies.has('cookie') ? accounts.callerBySession(cookies) : Promise.resolve(null);
    },
  };
}

async function closeAll(clients: Set<WebSocket>): Promise<void> {
  for (const client of clients) client.close(GOING_AWAY, 'the server ends');
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, GOODBYE_MS);
  const gone = [...clients].map((client) => new Promise((done) => client.once('close', done)));
  await Promise.race([Promise.all(gone), promise]);
  clearTimeout(timer);
  for (const client of clients) client.terminate();
}
