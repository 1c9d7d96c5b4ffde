/** The one HTTP server: hits go straight to collection, everything else to the application. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyServerFactory } from 'fastify';
import { belowBase } from '../kit/base-path/base-path.ts';

/** What `http/` asks of collection: its addresses, and a handler as bare as Node's own. */
export interface HitDoor {
  owns(url: string): boolean;
  handle(request: IncomingMessage, response: ServerResponse): void;
}

export interface HttpServerSettings {
  /** Header lines that end with a line feed alone are taken, and with them more that is not standard. */
  readonly lenient?: boolean;
  /** Path that a proxy may have kept in front of our own; empty: none. */
  readonly base?: string;
}

/**
 * A query may be 16 KiB [W7]; what is a little longer is to reach the door and be refused with its reason. Less
 * than the 64 KiB that are read at a time: of what is too long the beginning is mostly still there, to be counted.
 */
const MAX_HEADER_BYTES = 60 * 1024;

export function hitServerFactory(door: HitDoor, settings: HttpServerSettings = {}): FastifyServerFactory {
  const { lenient = false, base = '' } = settings;
  return (application): Server => {
    const server = createServer(
      {
        maxHeaderSize: MAX_HEADER_BYTES,
        headersTimeout: 15_000,
        requestTimeout: 60_000,
        keepAliveTimeout: 30_000,
        noDelay: true,
        insecureHTTPParser: lenient,
        // The body of a request that has none is not read: a hit is spared a tenth of its cost.
        optimizeEmptyRequests: true,
        // Whatever else a client offers to speak (such as `h2c`) is no reason not to answer it.
        shouldUpgradeCallback: (request) => isWebSocket(request, base),
      },
      (request, response) => {
        takeAddress(request, base);
        if (lenient && isAmbiguous(request)) refuseAmbiguous(response);
        else if (door.owns(request.url ?? '')) door.handle(request, response);
        else {
          withoutBodyType(request);
          application(request, response);
        }
      },
    );
    // Before the listener of the framework, which finds the socket's route by the address.
    server.on('upgrade', (request: IncomingMessage) => takeAddress(request, base));
    // Without a listener Node hangs up without a word.
    server.on('connect', (_request, socket) => refuseTunnel(socket));
    return server;
  };
}

function takeAddress(request: IncomingMessage, base: string): void {
  takeWholeAddress(request);
  request.url = belowBase(base, request.url ?? '');
}

/** A client may write the whole address, as to a proxy; its host then goes before the header (RFC 9112, 3.2.2). */
function takeWholeAddress(request: IncomingMessage): void {
  if (request.url?.startsWith('/') !== false) return;
  const [all, host, rest = ''] = /^https?:\/\/([^/?#]+)(.*)$/is.exec(request.url) ?? [];
  if (all === undefined) return;
  request.headers.host = host;
  request.url = rest.startsWith('/') ? rest : `/${rest}`;
}

/** This is no proxy [W22]. */
function refuseTunnel(socket: Duplex): void {
  socket.on('error', () => undefined);
  socket.end(
    'HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, POST\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
  );
}

/** Sockets are the chat's alone; anywhere else the offer is passed over, and the request is answered [W22]. */
const SOCKET_PATH = /^\/chat\//i;
const HOST = /^https?:\/\/[^/?#]*/i;

function isWebSocket({ method, headers, url = '' }: IncomingMessage, base: string): boolean {
  if (method !== 'GET' || headers.upgrade?.toLowerCase() !== 'websocket') return false;
  return SOCKET_PATH.test(belowBase(base, url.replace(HOST, '')));
}

/** The framework waits for the body of which it is told the type; of one that never comes, for ever [W22]. */
function withoutBodyType({ headers }: IncomingMessage): void {
  const hasBody = headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
  if (!hasBody) delete headers['content-type'];
}

/** With a lenient parser, what a proxy in front may have read as two requests is none. */
function isAmbiguous({ headers, rawHeaders }: IncomingMessage): boolean {
  const lengths = rawHeaders.filter(
    (name, index) => index % 2 === 0 && /^(?:content-length|transfer-encoding)$/i.test(name),
  );
  const coding = headers['transfer-encoding'] ?? 'chunked';
  return lengths.length > 1 || coding.toLowerCase() !== 'chunked';
}

function refuseAmbiguous(response: ServerResponse): void {
  response.writeHead(400, ['Connection', 'close', 'Content-Length', '0']);
  response.end();
}
