/** One HTTP request as a program with bad manners would make it. */
import { Agent, request } from 'node:http';
import type { Outcome, World } from './target.ts';

export interface Ask {
  readonly method: string;
  /** Anything; what may not stand in a request line is encoded. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const UNFIT_IN_PATH = /[^!-~]/gu;
// eslint-disable-next-line no-control-regex
const UNFIT_IN_HEADER = /[^\t\x20-\x7e\x80-\xff]/g;

/** Bytes of an answer that are kept, unless all of it is looked at. */
const MOST_BODY = 2_000;

const outcomeOf = (status: number, verdict: string, bytes: Buffer): Outcome => ({
  status,
  verdict,
  bytes,
  body: bytes.toString('utf8'),
});

export function ask(
  { port }: Pick<World, 'port'>,
  one: Ask,
  most = MOST_BODY,
  again = true,
): Promise<Outcome> {
  const { method, path, headers = {}, body } = one;
  const fit = path.toWellFormed().replace(UNFIT_IN_PATH, encodeURIComponent);
  const clean = Object.entries(headers).map(([name, value]) => [name, value.replace(UNFIT_IN_HEADER, '?')]);
  return new Promise((resolve) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        agent,
        method,
        path: fit,
        headers: {
          ...Object.fromEntries(clean),
          ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
        },
      },
      (response) => {
        const verdict = String(response.headers['x-goalpost'] ?? '');
        const status = response.statusCode ?? 0;
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('close', () =>
          resolve(outcomeOf(status, verdict, Buffer.concat(parts).subarray(0, most))),
        );
      },
    );
    sent.on('error', (error: NodeJS.ErrnoException) => {
      // A connection that the server had closed for being idle, before the request came.
      const wasIdle = sent.reusedSocket && error.code === 'ECONNRESET';
      resolve(wasIdle && again ? ask({ port }, one, most, false) : outcomeOf(0, '', Buffer.alloc(0)));
    });
    sent.end(body);
  });
}

export const saidOf = ({ method, path, headers, body }: Ask): string =>
  `${method} ${path.slice(0, 2_000)} ${headers === undefined ? '' : JSON.stringify(headers)} ${
    body === undefined ? '' : JSON.stringify(body.toString('utf8').slice(0, 2_000))
  }`;
