/** PostgreSQL is stopped under a server that runs, and started again [A11]. */
import type { VisitorEvent, VisitorFrame } from '@goalpost/contract/chat';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestPostgres, type TestPostgres } from '../src/stores/records/test-postgres.ts';
import { connect } from './chat-client.ts';
import { startServer, type TestServer } from './start-server.ts';
import { pino } from 'pino';

let postgres: TestPostgres;
let server: TestServer;
let counter: number;
let cookie: string;
let operations: { readonly method: string; readonly path: string }[];

beforeAll(async () => {
  postgres = await startTestPostgres();
  server = await startServer({
    environment: { GOALPOST_DATABASE_URL: await postgres.database() },
    log: pino({ level: 'silent' }),
  });
  const made = await ask('POST', '/management/v1/counters', {
    body: { counter: { site2: { site: 'shop.example' } } },
  });
  counter = made.body['counter'].id as number;
  await ask('PUT', `/api/v1/counters/${counter}/chat/settings`, { body: { settings: { enabled: true } } });
  const document = await (await fetch(`${server.url}/api/openapi.json`)).json();
  operations = Object.entries((document as { paths: Record<string, object> }).paths).flatMap(
    ([path, methods]) =>
      Object.keys(methods).map((method) => ({
        method: method.toUpperCase(),
        path: path.replace('{counterId}', String(counter)).replaceAll(/\{[^}]*\}/g, '1'),
      })),
  );
  cookie = (await signIn()).cookie;
});
afterAll(async () => {
  await server.close();
  await postgres.close();
});

// eslint-disable-next-line typescript/no-explicit-any -- answers of every route
type Body = Record<string, any>;
interface Asked {
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
}

async function ask(method: string, path: string, { headers, body }: Asked = {}) {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: headers ?? { authorization: `OAuth ${server.token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true && text !== '';
  return { status: answer.status, body: (isJson ? JSON.parse(text) : {}) as Body, headers: answer.headers };
}

async function signIn() {
  const answer = await ask('POST', '/api/auth/sign-in/email', {
    headers: { 'content-type': 'application/json' },
    body: server.owner,
  });
  return {
    ...answer,
    cookie: answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  };
}

const isSaid = ({ status, body }: { status: number; body: Body }) =>
  status === 503 &&
  body['code'] === 503 &&
  body['errors'][0].error_type === 'backend_error' &&
  String(body['message']).startsWith('The records database cannot be used now: ');

async function hello() {
  const tab = await connect<VisitorFrame, VisitorEvent>(`${server.url}/chat/v1/visitor/${counter}`);
  tab.send({
    type: 'hello',
    version: 1,
    visitor: '1700000000123456789',
    secret: null,
    conversationId: null,
    lastSeq: 0,
    page: { url: 'https://shop.example/', title: '', referrer: '' },
    language: 'en',
    phone: false,
  } as unknown as VisitorFrame);
  return tab;
}

it('[A11] every route says why, by token, by session and at sign-in, and the chat [C79]; afterwards all is as before', async () => {
  const before = await hello();
  await before.next('welcome');
  await postgres.stop();

  const lies: string[] = [];
  let said = 0;
  for (const headers of [{ authorization: `OAuth ${server.token}` }, { cookie }]) {
    for (const { method, path } of operations) {
      const answer = await ask(method, path, { headers, ...(method === 'GET' ? {} : { body: {} }) });
      if (isSaid(answer)) said += 1;
      else if (answer.status >= 500 || answer.status === 401)
        lies.push(`${method} ${path} → ${answer.status} ${JSON.stringify(answer.body)}`);
    }
  }
  expect(lies).toEqual([]);
  expect(said).toBeGreaterThan(operations.length);
  expect(await signIn()).toSatisfy(isSaid);
  expect((await ask('GET', '/healthz')).status).toBe(200);
  const ready = await ask('GET', '/readyz');
  expect([ready.status, ready.body['checks'].records.ok, ready.body['checks'].journal.ok]).toEqual([
    503,
    false,
    true,
  ]);
  const hit = await ask(
    'GET',
    `/watch/${counter}?page-url=https%3A%2F%2Fshop.example%2F&browser-info=pv:1:u:1`,
  );
  expect([hit.status, hit.headers.get('x-goalpost')]).toEqual([200, expect.stringMatching(/^stored/)]);
  before.send({ type: 'message', key: 'key-of-the-test', text: 'Hello', fileId: null } as VisitorFrame);
  expect(await before.next('refused')).toMatchObject({ reason: 'unavailable', key: 'key-of-the-test' });
  expect(await before.closed).toBe(1013);
  const during = await hello();
  expect(await during.next('refused')).toMatchObject({ reason: 'unavailable' });
  expect(await during.closed).toBe(1013);

  await postgres.start();
  expect((await ask('GET', `/management/v1/counter/${counter}`)).status).toBe(200);
  expect((await ask('GET', '/management/v1/counters', { headers: { cookie } })).status).toBe(200);
  expect((await signIn()).status).toBe(200);
  const after = await hello();
  await after.next('welcome');
  await after.close();
});
