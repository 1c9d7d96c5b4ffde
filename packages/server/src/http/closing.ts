/** The end of the HTTP server: bounded in time, whatever is open when it begins [W22]. */
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

const LOOK_MS = 200;
/** What has not come to its end by then is cut off; what supervises a server often kills it after 10 s. */
export const LAST_MS = 4_000;

/** A server that ends checks no time limits of requests any more. */
export function endConnections(app: FastifyInstance, lastMs = LAST_MS): void {
  // Sockets that have left HTTP, or have said nothing yet, are in no other list.
  const open = new Set<Socket>();
  app.server.on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
  });
  app.addHook('preClose', async () => {
    const idle = setInterval(() => app.server.closeIdleConnections(), LOOK_MS).unref();
    const all = setTimeout(() => {
      for (const socket of open) socket.destroy();
    }, lastMs);
    app.server.once('close', () => {
      clearInterval(idle);
      clearTimeout(all);
    });
  });
}
