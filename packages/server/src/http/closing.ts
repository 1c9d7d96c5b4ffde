/** The end of the HTTP server: a connection whose request was under way when it began is not kept alive after it. */
import type { FastifyInstance } from 'fastify';

const LOOK_MS = 200;

/** Those that are idle when the server begins to close, it closes by itself. */
export function endIdleConnections(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const timer = setInterval(() => app.server.closeIdleConnections(), LOOK_MS).unref();
    app.server.once('close', () => clearInterval(timer));
  });
}
