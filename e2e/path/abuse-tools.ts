/** For the tests of abuse: requests that no well-behaved client sends, and how long others wait for an answer. */
import { connect } from 'node:net';
import { cpuMs } from '../../packages/server/test/cpu-time.ts';

export interface RawAnswer {
  /** Status lines of all answers, as numbers. */
  readonly statuses: readonly number[];
  /** The first answer's, by lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

/** Sends bytes as they are and reads until the server hangs up. */
export function raw(url: string, bytes: string | Buffer): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const { promise, resolve } = Promise.withResolvers<RawAnswer>();
  const parts: Buffer[] = [];
  const socket = connect(Number(port), hostname);
  socket.on('data', (part: Buffer) => parts.push(part));
  socket.on('error', () => undefined);
  socket.on('close', () => resolve(parsed(Buffer.concat(parts).toString('latin1'))));
  socket.write(bytes);
  return promise;
}

/** A request with a `Host` and the end of the connection, unless these are given. */
export function request(line: string, headers: Readonly<Record<string, string>> = {}, body = ''): string {
  const all = { Host: 'stats.example', Connection: 'close', ...headers };
  const fields = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = body === '' ? '' : `Content-Length: ${Buffer.byteLength(body)}\r\n`;
  return `${line} HTTP/1.1\r\n${fields.join('')}${length}\r\n${body}`;
}

function parsed(text: string): RawAnswer {
  const [head = ''] = text.split('\r\n\r\n');
  const fields = head.split('\r\n').slice(1);
  const headers = fields.map((field): [string, string] => {
    const colon = field.indexOf(':');
    return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()];
  });
  const statuses = [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
  return { statuses, headers: new Map(headers), text };
}

export interface Watch {
  /** The most that was computed while one request for `/healthz` waited since the start, milliseconds. */
  end(): Promise<number>;
}

/** Asks again and again, as someone would who wants to be served. */
export function watchPatience(url: string): Watch {
  let most = 0;
  const over = new AbortController();
  const asking = (async () => {
    while (!over.signal.aborted) {
      const before = cpuMs();
      await fetch(`${url}/healthz`).then((answer) => answer.arrayBuffer());
      most = Math.max(most, cpuMs() - before);
    }
  })();
  return {
    async end() {
      over.abort();
      await asking;
      return most;
    },
  };
}
