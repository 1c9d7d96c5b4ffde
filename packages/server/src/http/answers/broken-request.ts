/** Answers what is no readable HTTP request, or whose line or headers are too long, before closing the socket. */
import type { Socket } from 'node:net';
import { OUTCOME_HEADER } from '@goalpost/contract/wire';
import type { ConnectionError } from 'fastify';
import { belowBase } from '../../kit/base-path/base-path.ts';

/** How long a client may go on sending what is not read, so that it gets to see the answer. */
const LINGER_MS = 2_000;

export interface BrokenRequest {
  readonly reason: 'too_large' | 'malformed' | 'timeout';
  /**
   * Its first characters, without a base path that a proxy has kept.
   * Empty where they came in an earlier piece than the one that was too much.
   */
  readonly start: string;
}

/**
 * The parser may report one broken request several times; the first report is answered.
 * @param tell hears of each request that is answered here
 * @param base path that a proxy may keep in front of ours
 */
export function createBrokenRequestHandler(
  tell: (request: BrokenRequest) => void,
  base = '',
): (error: ConnectionError, socket: Socket) => void {
  const answered = new WeakSet<Socket>();
  return (error, socket) => {
    if (answered.has(socket)) return;
    answered.add(socket);
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else {
      const { status, reason } = verdict(error);
      tell({ reason, start: startOf(error, base) });
      answerAndLinger(status, reason, socket);
    }
  };
}

/** Longer than the longest address that names a counter. */
const START_BYTES = 128;

/** Of what was read last; where requests were read from it before, it is not this one's. */
function startOf({ rawPacket, bytesParsed }: ConnectionError, base: string): string {
  if (!Buffer.isBuffer(rawPacket) || rawPacket.subarray(0, bytesParsed).includes('\r\n\r\n')) return '';
  const start = rawPacket.toString('latin1', 0, START_BYTES + base.length);
  return start.replace(/(?<=^[A-Z]+ )\S+/, (address) => belowBase(base, address));
}

function answerAndLinger(status: string, reason: BrokenRequest['reason'], socket: Socket): void {
  const headers = [
    `HTTP/1.1 ${status}`,
    'Connection: close',
    'Content-Length: 0',
    'Access-Control-Allow-Origin: *',
    ...(reason === 'timeout' ? [] : [`${OUTCOME_HEADER}: refused; reason=${reason}`]),
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n`);
  const timer = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.once('close', () => clearTimeout(timer));
}

function verdict(error: ConnectionError): { status: string; reason: BrokenRequest['reason'] } {
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') return { status: '408 Request Timeout', reason: 'timeout' };
  if (error.code !== 'HPE_HEADER_OVERFLOW') return { status: '400 Bad Request', reason: 'malformed' };
  // Without a line end in what was read last, one endless line is what is too long: nearly always the address.
  const lineIsEndless = Buffer.isBuffer(error.rawPacket) && !error.rawPacket.includes('\r\n');
  return {
    status: lineIsEndless ? '414 URI Too Long' : '431 Request Header Fields Too Large',
    reason: 'too_large',
  };
}
