/** The one HTTP server: hits go straight to collection, everything else to the application. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { FastifyServerFactory } from 'fastify';

/** What `http/` asks of collection: its addresses, and a handler as bare as Node's own. */
export interface HitDoor {
  owns(url: string): boolean;
  handle(request: IncomingMessage, response: ServerResponse): void;
}

/**
 * A query may be 16 KiB [W7]; what is a little longer is to reach the door and be refused with its reason. Less
 * than the 64 KiB that are read at a time: of what is too long the beginning is mostly still there, to be counted.
 */
const MAX_HEADER_BYTES = 60 * 1024;

export function hitServerFactory(door: HitDoor): FastifyServerFactory {
  return (application): Server =>
    createServer(
      {
        maxHeaderSize: MAX_HEADER_BYTES,
        headersTimeout: 15_000,
        requestTimeout: 60_000,
        keepAliveTimeout: 30_000,
        noDelay: true,
        // Nobody reads the body of a request that has none: a hit is spared a tenth of its cost.
        optimizeEmptyRequests: true,
      },
      (request, response) => {
        if (door.owns(request.url ?? '')) door.handle(request, response);
        else application(request, response);
      },
    );
}
