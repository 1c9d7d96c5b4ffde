/** Every route × method × type × body is answered, whatever is broken about it [W22]. */
import { connect } from 'node:net';
import { ADMIN_PAGES } from '@goalpost/contract/management';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OWN_NAMES, readPublicUrl } from '../src/kit/base-path/base-path.ts';
import { PATIENCE_MS } from './eventually.ts';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
let paths: string[];

/** Pages, addresses of hits, and what is not there. */
const OTHERS = ['/', '/counter/1/goals', '/nope', '/collect', '/watch/1', '/watch/nope', '/clmap/1'];

/** What no document of the API lists, files of one folder as one: each looked at when it was listed. */
const UNDOCUMENTED = [
  '/healthz',
  '/readyz',
  '/metrics',
  '/mcp',
  '/api/openapi.json',
  '/api/auth/*',
  '/api/auth/sign-in/*',
  '/api/auth/two-factor/*',
  '/api/auth/change-password',
  '/api/auth/verify-password',
  '/api/v1/vendors/:vendor/webhook/:secret',
  '/chat/v1/visitor/:counterId',
  '/chat/v1/visitor/:counterId/poll',
  '/chat/v1/operator',
  '/chat/v1/operator/poll',
  '/tag/chats/:file',
  ...['', '/metrika', '/resource', '/tag', '/chat', '/assets'].map((folder) => `${folder}/*.file`),
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

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly security?: readonly [] }>>>>;
}

/** Method and address of what a stranger may not do, where a body belongs to it. */
const guarded: string[] = [];
/** What the application has beside its pages, by the address as it declares it. */
const heard = new Set<string>();
/** All that no document lists. */
let others: string[];
const PAGES: ReadonlySet<string> = new Set(ADMIN_PAGES.map((page) => page.replaceAll('$', ':')));

/** Scripts, styles and pictures of one folder are one. */
const alike = (url: string): string =>
  url.replace(/[^/]+\.(?:js|css|svg|png|ico|woff2?|txt|webmanifest)$/, '*.file');

beforeAll(async () => {
  const all = new Map<string, string>();
  server = await startServer({
    onRoute: (_method, url) => void (PAGES.has(url) ? undefined : all.set(alike(url), url)),
  });
  const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as Document;
  for (const [path, methods] of Object.entries(document.paths))
    for (const [method, { security }] of Object.entries(methods))
      if (method !== 'get' && security?.length !== 0) guarded.push(`${method.toUpperCase()} ${filled(path)}`);
  const documented = new Set(Object.keys(document.paths).map(filled));
  for (const [kind, url] of all) if (!documented.has(filled(url))) heard.add(kind);
  others = [...[...heard].map((kind) => filled(all.get(kind) ?? '')), ...OTHERS];
  paths = [...new Set([...documented, ...others])];
});

/** With a value for each part of the address that has a name: `:id`, `{id}`, `*`. */
const filled = (url: string): string => url.replaceAll(/\{[^}]*\}|:\w+(?:\([^)]*\))?\??|\*/g, '1');
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

it('[A74] no route is there that neither the document of the API lists nor this test', () => {
  const expected = UNDOCUMENTED.filter((url) => heard.has(url));
  expect([...heard].toSorted()).toEqual(expected.toSorted());
  expect(expected.length).toBeGreaterThan(15);
});

it('[W78] no base path has the first part of any route: OWN_NAMES lists them all', () => {
  const known = paths.filter((path) => !OTHERS.includes(path));
  const firsts = [...known, '/watch/1', '/clmap/1', ...PAGES].map((path) => path.split('/')[1] ?? '');
  // Files that the web app brings have endings, which parts of a base path have not.
  const missing = new Set(firsts.filter((name) => !name.includes('.') && !OWN_NAMES.has(name)));
  expect([...missing]).toEqual([]);
  for (const name of OWN_NAMES)
    expect([name, name === '' || readPublicUrl(`https://a.example/${name}`)]).toEqual([
      name,
      name === '' || null,
    ]);
});

describe('every route is answered, and never with a 500', () => {
  const verdict = (answers: Map<string, string>): string[] =>
    [...answers].filter(([, line]) => !/^HTTP\/1\.1 (?!500)\d{3}/.test(line)).map((one) => one.join(' → '));

  it('to strangers, by every type and body', async () => {
    const bodies = ['none', 'empty', 'whole', 'chunked'];
    expect(verdict(await all(requests({ paths, methods: METHODS, bodies })))).toEqual([]);
  });

  it('by every method', async () => {
    expect(
      verdict(await all(requests({ paths: others, methods: MORE_METHODS, types: ['', 'application/json'] }))),
    ).toEqual([]);
  });

  it('to whoever has a token', async () => {
    const headers = [`Authorization: OAuth ${server.token}\r\n`];
    const some = { types: ['application/json'], bodies: ['none', 'whole'] };
    expect(verdict(await all(requests({ ...some, paths, methods: METHODS, headers })))).toEqual([]);
  });

  it('with an offer to speak another protocol', async () => {
    const headers = UPGRADES.map((one) => `Connection: Upgrade\r\n${one}`);
    const some = { types: ['application/json'], bodies: ['none', 'whole', 'chunked'] };
    expect(verdict(await all(requests({ ...some, paths: others, methods: MORE_METHODS, headers })))).toEqual(
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

it('[A79] a stranger is refused before the body is there, on each route that is not for everyone', async () => {
  const promised = guarded.map(
    (route) =>
      `${route} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999\r\n\r\n`,
  );
  expect(promised.length).toBeGreaterThan(100);
  const answers = [...(await all(promised))].filter(([, line]) => !/^HTTP\/1\.1 40[13] /.test(line));
  expect(answers).toEqual([]);
});
