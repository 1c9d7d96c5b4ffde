/** WebSocket routes, each with its twin over plain requests, and their heartbeat. */
import websocket from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import type { Connection, SocketRoute } from '../chat/index.ts';
import { UNWATCHED, type Watched } from '../kit/watched.ts';
import { createHeartbeat } from './connections/heartbeat.ts';
import { addPolling } from './polling/poll-routes.ts';
import type { PollSession } from './polling/session.ts';
import { type CallerDeps, socketRequest } from './connections/socket-request.ts';
import { frameLabels } from './under-way.ts';

export interface SocketDeps extends CallerDeps {
  readonly watched?: Watched;
  /** How long a request waits for something to be said, where no socket gets through. */
  readonly holdMs?: number;
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

export function addSockets(app: FastifyInstance, routes: readonly SocketRoute[], deps: SocketDeps): void {
  const { watched = UNWATCHED } = deps;
  const polled: (() => Iterable<PollSession>)[] = [];
  const heartbeat = createHeartbeat(() => polled.flatMap((all) => [...all()]));
  app.addHook('onClose', async () => heartbeat.stop());
  for (const route of routes) {
    const { url, frames, connect } = route;
    const labelOf = frameLabels(watched, url, frames);
    const carry = (connection: Connection, text: string, done?: () => void): void => {
      const begun = watched.begin(labelOf(text));
      connection.frame(text, () => {
        watched.end(begun);
        done?.();
      });
    };
    polled.push(addPolling(app, route, { ...deps, carry }));
    app.get(url, { ...OPTIONS, preHandler: letGo }, (socket, request) => {
      release(socket);
      const connection = connect(socket, socketRequest(request, deps));
      socket.on('message', (data: Buffer, isBinary: boolean) => {
        if (isBinary) return socket.close(UNSUPPORTED, 'text frames only');
        carry(connection, data.toString('utf8'));
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

async function closeAll(clients: Set<WebSocket>): Promise<void> {
  for (const client of clients) client.close(GOING_AWAY, 'the server ends');
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, GOODBYE_MS);
  const gone = [...clients].map((client) => new Promise((done) => client.once('close', done)));
  await Promise.race([Promise.all(gone), promise]);
  clearTimeout(timer);
  for (const client of clients) client.terminate();
}
