import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Caller, Endpoint } from '../kit/endpoint.ts';
import { isProblem } from '../kit/problem.ts';
import {
  createPasskeyStore,
  createTokenStore,
  migrateRecords,
  type Records,
} from '../stores/records/index.ts';
import { openPostgres } from '../stores/records/open.ts';
import { startTestPostgres, type TestPostgres } from '../stores/records/test-postgres.ts';
import { openTestRecords } from '../stores/records/test-records.ts';
import { createAccounts, type Accounts, type AccountsOptions } from './accounts.ts';
import { readOrMakeSecret } from './secret.ts';

const owner = { email: 'ann@example.com', password: 'correct horse' };
let postgres: TestPostgres;
beforeAll(async () => (postgres = await startTestPostgres()));
afterAll(() => postgres.close());

async function openPostgresRecords(): Promise<Records> {
  const records = openPostgres(await postgres.migrated());
  await migrateRecords(records);
  return records;
}

let records: Records;
let time: number;

const warnings: string[] = [];
const start = (options: Partial<AccountsOptions> = {}): Promise<Accounts> =>
  createAccounts({
    db: records.db,
    dialect: records.dialect,
    secret: 'x'.repeat(20) + 'a secret of the test that is long',
    publicUrl: null,
    warn: (message) => warnings.push(message),
    tokens: createTokenStore(records.db),
    passkeyStore: createPasskeyStore(records.db),
    clock: { now: () => time },
    firstOwner: null,
    adminToken: null,
    ...options,
  });

/** Calls an endpoint as HTTP would, past the checks that are HTTP's. */
async function call(accounts: Accounts, name: string, input: object, caller: Caller | null = null) {
  const endpoint = accounts.endpoints.find((one: Endpoint) => `${one.method} ${one.url}` === name);
  if (!endpoint) throw new Error(`no ${name}`);
  return endpoint.handle(
    { params: undefined, query: undefined, body: undefined, ...input },
    {
      caller,
      authorise: async () => null,
      signal: new AbortController().signal,
    },
  );
}

async function signIn(accounts: Accounts, credentials: object): Promise<Response> {
  return accounts.handleAuth(
    new Request('http://stats.example:8090/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://stats.example:8090' },
      body: JSON.stringify(credentials),
    }),
  );
}

const cookieOf = (answer: Response) => (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';

describe.each([
  ['SQLite', openTestRecords],
  ['PostgreSQL', openPostgresRecords],
])('on %s', (_name, openRecords) => {
  beforeEach(async () => {
    records = await openRecords();
    time = Date.now();
  });
  afterEach(() => records.close());

  describe('the first owner', () => {
    it('comes from the settings, once', async () => {
      expect((await start({ firstOwner: owner })).setupToken).toBeNull();
      const again = await start({ firstOwner: { email: 'bob@example.com', password: 'another one' } });
      expect((await signIn(again, owner)).status).toBe(200);
      expect((await signIn(again, { email: 'bob@example.com', password: 'another one' })).status).toBe(401);
    });

    it('comes by the setup link, which works once', async () => {
      const accounts = await start();
      expect(await call(accounts, 'GET /api/v1/setup', {})).toEqual({ needed: true });
      const body = { token: accounts.setupToken ?? '', ...owner, language: 'ru' };
      expect(
        isProblem(await call(accounts, 'POST /api/v1/setup', { body: { ...body, token: 'guess' } })),
      ).toBe(true);
      expect(await call(accounts, 'POST /api/v1/setup', { body })).toEqual({ login: owner.email });
      expect(await call(accounts, 'GET /api/v1/setup', {})).toEqual({ needed: false });
      expect(isProblem(await call(accounts, 'POST /api/v1/setup', { body }))).toBe(true);
      expect((await signIn(accounts, owner)).status).toBe(200);
      expect((await start()).setupToken).toBeNull();
    });

    it('two who open the link at once: one is the owner', async () => {
      const accounts = await start();
      const token = accounts.setupToken ?? '';
      const answers = await Promise.all(
        ['a@example.com', 'b@example.com'].map((email) =>
          call(accounts, 'POST /api/v1/setup', {
            body: { token, email, password: 'long enough', language: 'en' },
          }),
        ),
      );
      expect(answers.filter(isProblem)).toHaveLength(1);
    });

    it('every start without an owner makes a new link', async () => {
      const first = await start();
      const second = await start();
      expect(first.setupToken).not.toBe(second.setupToken);
    });

    it.each([
      ['fifteen-letters', 1],
      ['sixteen-letters.', 0],
    ])('an API token of few letters is taken, with a warning (%s)', async (adminToken, warned) => {
      const before = warnings.length;
      const accounts = await start({ adminToken });
      expect(await accounts.callerByToken(adminToken)).not.toBeNull();
      expect(warnings.slice(before).filter((text) => text.includes('GOALPOST_ADMIN_TOKEN'))).toHaveLength(
        warned,
      );
    });

    it('an API token alone makes an owner, whom the setup link completes', async () => {
      const accounts = await start({ adminToken: 'from-the-settings' });
      const before = await accounts.callerByToken('from-the-settings');
      expect(before).toMatchObject({ scope: 'write' });
      const body = { token: accounts.setupToken ?? '', ...owner, language: 'en' };
      await call(accounts, 'POST /api/v1/setup', { body });
      const after = await accounts.callerByToken('from-the-settings');
      expect(after).toEqual({ accountId: before?.accountId, login: owner.email, scope: 'write' });
      expect(await accounts.callerByToken('from-the-setting')).toBeNull();
      expect(await (await start()).callerByToken('from-the-settings')).toBeNull();
    });

    it('is set up with no address that somebody else has, and can be with another', async () => {
      const accounts = await start({ adminToken: 'from-the-settings' });
      const bob = { login: 'bob@example.com', name: 'Bob', password: 'bob’s own', language: 'en' } as const;
      await accounts.people.create(bob);
      const set = (email: string) =>
        call(accounts, 'POST /api/v1/setup', {
          body: { token: accounts.setupToken ?? '', email, password: owner.password, language: 'en' },
        });
      expect(isProblem(await set('Bob@example.com'))).toBe(true);
      const taken = { email: bob.login, password: owner.password };
      await expect(start({ firstOwner: taken })).rejects.toThrow(bob.login);
      expect((await signIn(accounts, taken)).status).toBe(401);
      expect(await set(owner.email)).toEqual({ login: owner.email });
      expect((await signIn(accounts, owner)).status).toBe(200);
    });
  });

  describe('signing in', () => {
    it('a session lasts until signing out', async () => {
      const accounts = await start({ firstOwner: owner });
      const answer = await signIn(accounts, owner);
      const cookie = cookieOf(answer);
      expect(answer.headers.getSetCookie()[0]).toMatch(/^goalpost\.session_token=.*HttpOnly; SameSite=Lax/);
      expect(await accounts.callerBySession(new Headers({ cookie }))).toMatchObject({ login: owner.email });
      await accounts.handleAuth(
        new Request('http://stats.example:8090/api/auth/sign-out', {
          method: 'POST',
          headers: { cookie, origin: 'http://stats.example:8090', 'content-type': 'application/json' },
          body: '{}',
        }),
      );
      expect(await accounts.callerBySession(new Headers({ cookie }))).toBeNull();
    });

    it('a forged cookie opens nothing', async () => {
      const accounts = await start({ firstOwner: owner });
      const cookie = cookieOf(await signIn(accounts, owner)).replace(/.$/, 'A');
      expect(await accounts.callerBySession(new Headers({ cookie: `${cookie}x` }))).toBeNull();
    });

    it('[A8] nobody signs up by themselves', async () => {
      const accounts = await start({ firstOwner: owner });
      const answer = await accounts.handleAuth(
        new Request('http://x/api/auth/sign-up/email', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email: 'eve@example.com', password: 'long enough', name: 'Eve' }),
        }),
      );
      expect(answer.status).toBe(404);
      expect((await signIn(accounts, { email: 'eve@example.com', password: 'long enough' })).status).toBe(
        401,
      );
    });

    it('cookies are for HTTPS only where the public address is', async () => {
      const accounts = await start({ firstOwner: owner, publicUrl: 'https://stats.example' });
      expect((await signIn(accounts, owner)).headers.getSetCookie()[0]).toContain('Secure');
    });
  });

  describe('people', () => {
    const bob = {
      login: 'bob@example.com',
      name: 'Bob',
      password: 'a password of Bob',
      language: 'ru',
    } as const;
    const credentials = { email: bob.login, password: bob.password };

    it('are made with a password, once for an address', async () => {
      const { people, nameOf, ...accounts } = await start({ firstOwner: owner });
      const made = await people.create(bob);
      expect(made).toEqual({ id: expect.any(String), login: bob.login, name: 'Bob', language: 'ru' });
      expect(await people.create({ ...bob, password: 'somebody else’s' })).toBeNull();
      expect(await people.byLogin(bob.login)).toEqual(made);
      expect((await signIn({ people, nameOf, ...accounts }, credentials)).status).toBe(200);
      expect(await nameOf(made?.id ?? '')).toBe('Bob');
      expect(await nameOf((await people.firstOwner())?.id ?? '')).toBeNull();
    });

    it('have all their sessions ended by a new password', async () => {
      const accounts = await start({ firstOwner: owner });
      const made = await accounts.people.create(bob);
      const cookie = cookieOf(await signIn(accounts, credentials));
      await accounts.people.setPassword(made?.id ?? '', 'a newer password');
      expect(await accounts.callerBySession(new Headers({ cookie }))).toBeNull();
      expect((await signIn(accounts, credentials)).status).toBe(401);
      expect((await signIn(accounts, { ...credentials, password: 'a newer password' })).status).toBe(200);
      expect((await signIn(accounts, owner)).status).toBe(200);
    });
  });

  describe('API tokens', () => {
    const made = async (accounts: Accounts, caller: Caller, scope: string) =>
      (await call(
        accounts,
        'POST /api/v1/tokens',
        { body: { token: { name: 'CI', scope, counters: null, expires_in_days: null } } },
        caller,
      )) as { token: { id: string; value: string } };

    it('is shown once, works with its scope, and stops at once when revoked', async () => {
      const accounts = await start({ firstOwner: owner, adminToken: 'admin' });
      const caller = await accounts.callerByToken('admin');
      if (!caller) throw new Error('no owner');
      const { token } = await made(accounts, caller, 'read');
      expect(token.value).toMatch(/^gp_[\w-]{43}$/);
      expect(await accounts.callerByToken(token.value)).toEqual({ ...caller, scope: 'read' });
      const list = await call(accounts, 'GET /api/v1/tokens', {}, caller);
      expect(list).toMatchObject({ tokens: [{ id: token.id, name: 'CI', scope: 'read' }] });
      expect(JSON.stringify(list)).not.toContain(token.value);
      const revoke = () =>
        call(accounts, 'DELETE /api/v1/tokens/:tokenId', { params: { tokenId: token.id } }, caller);
      expect(await revoke()).toEqual({ success: true });
      expect(await accounts.callerByToken(token.value)).toBeNull();
      expect(isProblem(await revoke())).toBe(true);
      expect(await call(accounts, 'GET /api/v1/tokens', {}, caller)).toEqual({ tokens: [] });
    });

    it('nobody revokes the token of another account', async () => {
      const accounts = await start({ firstOwner: owner, adminToken: 'admin' });
      const caller = await accounts.callerByToken('admin');
      if (!caller) throw new Error('no owner');
      const { token } = await made(accounts, caller, 'write');
      const stranger = { ...caller, accountId: 'stranger' };
      const input = { params: { tokenId: token.id } };
      expect(isProblem(await call(accounts, 'DELETE /api/v1/tokens/:tokenId', input, stranger))).toBe(true);
      expect(await accounts.callerByToken(token.value)).not.toBeNull();
    });

    it('says when it was last used', async () => {
      const accounts = await start({ firstOwner: owner, adminToken: 'admin' });
      const caller = await accounts.callerByToken('admin');
      if (!caller) throw new Error('no owner');
      const { token } = await made(accounts, caller, 'read');
      time += 5_000;
      await accounts.callerByToken(token.value);
      const list = await call(accounts, 'GET /api/v1/tokens', {}, caller);
      expect(list).toMatchObject({ tokens: [{ last_used_time: new Date(time).toISOString() }] });
    });
  });

  it('the language is kept with the account', async () => {
    const accounts = await start({ firstOwner: owner, adminToken: 'admin' });
    const caller = await accounts.callerByToken('admin');
    expect(await call(accounts, 'GET /api/v1/me', {}, caller)).toMatchObject({
      login: owner.email,
      language: 'en',
    });
    await call(accounts, 'PUT /api/v1/me', { body: { language: 'ru' } }, caller);
    expect(await call(accounts, 'GET /api/v1/me', {}, caller)).toMatchObject({ language: 'ru' });
    expect(await accounts.loginOf(caller?.accountId ?? '')).toBe(owner.email);
  });
});

it('the cookie secret is made once, for its owner alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'goalpost-secret-'));
  try {
    const path = join(folder, 'secret');
    const secret = await readOrMakeSecret(path);
    expect(secret.length).toBe(64);
    expect(await readOrMakeSecret(path)).toBe(secret);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
