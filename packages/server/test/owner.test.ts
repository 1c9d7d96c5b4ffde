/** The first owner's way in, over real HTTP: setup link, sign-in, cookie, API token, sign-out. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startServer, type TestServer } from './start-server.ts';

let server: TestServer;
beforeAll(async () => (server = await startServer({ setup: true })));
afterAll(() => server.close());

interface Asked {
  readonly cookie?: string;
  readonly token?: string;
  /** Undefined: our own page. */
  readonly origin?: string;
}

async function ask(method: string, path: string, body?: unknown, { cookie, token, origin }: Asked = {}) {
  const headers = new Headers({ origin: origin ?? server.url });
  if (cookie !== undefined) headers.set('cookie', cookie);
  if (token !== undefined) headers.set('authorization', `OAuth ${token}`);
  if (body !== undefined) headers.set('content-type', 'application/json');
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const read = (await answer.json()) as Record<string, unknown> & { token: { id: string; value: string } };
  return { status: answer.status, body: read, cookies: answer.headers.getSetCookie() };
}

it('sets up, signs in, makes a token, revokes it, signs out', async () => {
  const credentials = { email: 'ann@example.com', password: 'correct horse' };
  expect((await ask('GET', '/api/v1/setup')).body).toEqual({ needed: true });
  const link = new URL(server.setupUrl ?? '');
  expect(link.pathname).toBe('/setup');
  const token = link.searchParams.get('token');
  expect(
    (await ask('POST', '/api/v1/setup', { token, ...credentials, password: 'short' })).body,
  ).toMatchObject({
    errors: [{ error_type: 'invalid_parameter', location: 'password' }],
  });
  expect((await ask('POST', '/api/v1/setup', { token, ...credentials })).status).toBe(200);
  expect((await ask('POST', '/api/v1/setup', { token, ...credentials })).status).toBe(409);
  expect(
    (await ask('POST', '/api/auth/sign-in/email', { ...credentials, password: 'wrong horse' })).status,
  ).toBe(401);

  const signedIn = await ask('POST', '/api/auth/sign-in/email', credentials);
  expect(signedIn.status).toBe(200);
  const cookie = signedIn.cookies[0]?.split(';')[0] ?? '';
  expect((await ask('GET', '/api/v1/me', undefined, { cookie })).body).toMatchObject({
    login: credentials.email,
  });

  const asked = { token: { name: 'CI', scope: 'read' } };
  const foreign = { cookie, origin: 'https://evil.example' };
  expect((await ask('POST', '/api/v1/tokens', asked, foreign)).status).toBe(403);
  const made = (await ask('POST', '/api/v1/tokens', asked, { cookie })).body.token;
  const byToken = { token: made.value };
  expect((await ask('GET', '/management/v1/counters', undefined, byToken)).status).toBe(200);
  const counter = { counter: { site2: { site: 'shop.example' } } };
  expect((await ask('POST', '/management/v1/counters', counter, byToken)).status).toBe(403);
  expect((await ask('DELETE', `/api/v1/tokens/${made.id}`, undefined, { cookie })).status).toBe(200);
  expect((await ask('GET', '/management/v1/counters', undefined, byToken)).status).toBe(401);

  expect((await ask('POST', '/api/auth/sign-out', {}, { cookie })).status).toBe(200);
  expect((await ask('GET', '/api/v1/me', undefined, { cookie })).status).toBe(401);
});

type Answers = Readonly<Record<string, { readonly content: object }>>;

it('every path of the document is served, and asks who is calling', async () => {
  const document = (await ask('GET', '/api/openapi.json')).body as unknown as {
    paths: Record<string, Record<string, { security: unknown[]; responses: Answers }>>;
  };
  const typeOf = (path: string) =>
    Object.keys(document.paths[path]?.['get']?.responses['200']?.content ?? {});
  expect(typeOf('/stat/v1/data')).toEqual(['application/json']);
  expect(typeOf('/stat/v1/data.csv')).toEqual(['text/csv']);
  const asked = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => operation.security.length > 0)
      .map(([method]) => [method.toUpperCase(), path.replaceAll(/\{\w+\}/g, '1')] as const),
  );
  expect(asked.length).toBeGreaterThan(15);
  for (const [method, path] of asked) {
    expect([method, path, (await ask(method, path)).status]).toEqual([method, path, 401]);
  }
});
