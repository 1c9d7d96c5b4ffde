/** Every route × method × type × body is answered, whatever is broken about it [W22]. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PATIENCE_MS } from './eventually.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
let paths: string[];

/** Addresses that no document of the API lists. */
const OTHERS = [
  '/',
  '/nope',
  '/collect',
  '/counter/1/goals',
  '/healthz',
  '/readyz',
  '/metrics',
  '/metrika/tag.js',
  '/tag.js',
  '/chat/widget.js',
  '/assets/nothing.js',
  '/api/openapi.json',
  '/api/auth/sign-in/email',
  '/api/auth/get-session',
  '/api/auth/nope',
  '/watch/1',
  '/watch/nope',
  '/clmap/1',
  '/chat/v1/files/1',
  '/api/v1/counters/1/chat/files',
  '/chat/v1/visitor/1',
  '/chat/v1/operator',
];

/** Of every route; the rest of the methods are tried where the routes are few. */
const METHODS = ['GET', 'POST', 'PUT', 'DELETE'];
const MORE_METHODS = [...METHODS, 'HEAD', 'PATCH', 'OPTIONS', 'PROPFIND'];
const TYPES = ['', 'application/json', ';;=broken'];
const BODIES: Readonly<Record<string, (body: string) => string>> = {
  none: (head) => `${head}\r\n`,
  empty: (head) => `${head}Content-Length: 0\r\n\r\n`,
  whole: (head) => `${head}Content-Length: 9\r\n\r\n{"a":"b"}`,
  broken: (head) => `${head}Content-Length: 9\r\n\r\n{"a":\u0000]]}`,
  chunked: (head) => `${head}Transfer-Encoding: chunked\r\n\r\n9\r\n{"a":"b"}\r\n0\r\n\r\n`,
  'no chunks': (head) => `${head}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
};
const UPGRADES = ['Upgrade: h2c\r\n', 'Upgrade: websocket\r\n'];

beforeAll(async () => {
  server = await startServer();
  const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as { paths: object };
  const documented = Object.keys(document.paths).map((path) => path.replaceAll(/\{[^}]*\}/g, '1'));
  paths = [...new Set([...documented, ...OTHERS])];
});
afterAll(() => server.close());

/** The status line; empty where the connection ended without an answer. */
function ask(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname, () => socket.write(request));
    let answer = '';
    const done = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(answer.split('\r\n', 1)[0] ?? '');
    };
    const timer = setTimeout(() => {
      socket.destroy();
      reject(new Error(`not answered: ${JSON.stringify(request)}`));
    }, PATIENCE_MS);
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
      if (answer.includes('\r\n\r\n')) done();
    });
    socket.on('error', done);
    socket.on('close', done);
  });
}

const AT_ONCE = 20;

async function all(requests: Iterable<string>): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  const waiting = [...requests];
  const work = async (): Promise<void> => {
    for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) answers.set(one, await ask(one));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
}

interface Table {
  readonly paths: readonly string[];
  readonly methods: readonly string[];
  readonly types?: readonly string[];
  readonly bodies?: readonly string[];
  readonly headers?: readonly string[];
}

function* requests(table: Table): Generator<string> {
  const { types = TYPES, bodies = Object.keys(BODIES), headers = [''] } = table;
  for (const path of table.paths)
    for (const method of table.methods)
      for (const type of types)
        for (const kind of bodies)
          for (const header of headers) {
            const typed = type === '' ? '' : `Content-Type: ${type}\r\n`;
            const head = `${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${typed}${header}`;
            yield BODIES[kind]?.(head) ?? '';
          }
}

describe('every route is answered, and never with a 500', () => {
  const verdict = (answers: Map<string, string>): string[] =>
    [...answers].filter(([, line]) => !/^HTTP\/1\.1 (?!500)\d{3}/.test(line)).map((one) => one.join(' → '));

  it('to strangers, by every type and body', async () => {
    const bodies = ['none', 'empty', 'whole', 'chunked'];
    expect(verdict(await all(requests({ paths, methods: METHODS, bodies })))).toEqual([]);
  });

  it('by every method', async () => {
    expect(verdict(await all(requests({ paths: OTHERS, methods: MORE_METHODS })))).toEqual([]);
  });

  it('to whoever has a token', async () => {
    const headers = [`Authorization: OAuth ${server.token}\r\n`];
    const some = { types: ['application/json'], bodies: ['none', 'whole'] };
    expect(verdict(await all(requests({ ...some, paths, methods: METHODS, headers })))).toEqual([]);
  });

  it('with an offer to speak another protocol', async () => {
    const headers = UPGRADES.map((one) => `Connection: Upgrade\r\n${one}`);
    const some = { types: ['application/json'], bodies: ['none', 'whole', 'chunked'] };
    expect(verdict(await all(requests({ ...some, paths: OTHERS, methods: MORE_METHODS, headers })))).toEqual(
      [],
    );
  });
});

it('what does not exist is 404 before its body is there, or is looked at [W20]', async () => {
  const halves = MORE_METHODS.flatMap((method) =>
    ['/nope', '/counters/nope', '/stat/v1/nope', '/collect', '/counter/1/nope'].map(
      (path) =>
        `${method} ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{`,
    ),
  );
  for (const line of (await all(halves)).values()) expect(line).toBe('HTTP/1.1 404 Not Found');
});
