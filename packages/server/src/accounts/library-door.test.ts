import { afterAll, beforeAll, expect, it } from 'vitest';
import { createPasskeyStore, createTokenStore } from '../stores/records/index.ts';
import { openTestRecords } from '../stores/records/test-records.ts';
import { createAccounts, type Accounts } from './accounts.ts';
import { isOpen } from './library-door.ts';
import { createSignIn, type SignInOptions } from './sign-in.ts';

const secret = 'a secret of the test that is long enough';
const warnings: string[] = [];
let accounts: Accounts;
let options: SignInOptions;
let close: () => Promise<void>;
beforeAll(async () => {
  const records = await openTestRecords();
  close = () => records.close();
  const { db, dialect } = records;
  options = { db, dialect, secret, publicUrl: null, warn: (message) => warnings.push(message) };
  const tokens = createTokenStore(db);
  const passkeyStore = createPasskeyStore(db);
  const firstOwner = { email: 'ann@example.com', password: 'correct horse' };
  accounts = await createAccounts({
    ...options,
    tokens,
    passkeyStore,
    clock: { now: Date.now },
    firstOwner,
    adminToken: null,
  });
});
afterAll(() => close());

const ask = (method: string, path: string, body?: unknown) =>
  accounts.handleAuth(
    new Request(`http://stats.example/api/auth${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: 'http://stats.example' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  );

/** Every route that the library brings with what is switched on. */
function routesOfLibrary(): { method: string; path: string }[] {
  const all = Object.values(createSignIn(options).api) as unknown as {
    path?: string;
    options?: { method?: string | string[] };
  }[];
  return all.flatMap(({ path, options: { method = [] } = {} }) =>
    path === undefined ? [] : [method].flat().map((one) => ({ method: one, path })),
  );
}

it('[A82] only routes on the list are open, each of which the library has; all others are 404', async () => {
  const routes = routesOfLibrary();
  expect(routes.length).toBeGreaterThan(25);
  const open = routes.filter(({ method, path }) => isOpen(method, `/api/auth${path}`));
  expect(open.map(({ method, path }) => `${method} ${path}`).toSorted()).toMatchInlineSnapshot(`
    [
      "GET /get-session",
      "POST /change-password",
      "POST /sign-in/email",
      "POST /sign-in/passkey",
      "POST /sign-out",
      "POST /two-factor/disable",
      "POST /two-factor/enable",
      "POST /two-factor/generate-backup-codes",
      "POST /two-factor/verify-backup-code",
      "POST /two-factor/verify-totp",
      "POST /verify-password",
    ]
  `);
  for (const { method, path } of routes) {
    const { status } = await ask(method, path.replaceAll(/:\w+/g, 'x'), method === 'GET' ? undefined : {});
    expect([method, path, status === 404]).toEqual([method, path, !isOpen(method, `/api/auth${path}`)]);
  }
});

it.each([
  ['sign-in/email', { email: 'ann@example.com', password: 'wrong' }, 401, 'unauthorized'],
  ['sign-in/email', {}, 400, 'invalid_parameter'],
  ['sign-in/email', { email: 1, password: [] }, 400, 'invalid_parameter'],
  ['change-password', {}, 400, 'invalid_parameter'],
  ['two-factor/enable', { password: 'x' }, 401, 'unauthorized'],
  ['no/such', {}, 404, 'not_found'],
])('[A82] a refusal of %s has the shape of the API', async (path, body, code, type) => {
  const answer = await ask('POST', `/${path}`, body);
  const said = (await answer.json()) as { errors: { message: string }[] };
  expect(answer.status).toBe(code);
  expect(said).toEqual({
    errors: [{ error_type: type, message: expect.stringMatching(/\w/) }],
    code,
    message: said.errors[0]?.message,
  });
});

it('[A81] what strangers make the library warn of is some lines, however often they ask', async () => {
  warnings.length = 0;
  for (let i = 0; i < 60; i++)
    await ask('POST', '/sign-in/email', { email: 'a@b.co', password: 'x', callbackURL: `//e${i}.example` });
  expect(warnings.length).toBeLessThanOrEqual(10);
});
