/** The second factor, over the real server: set up, asked for, guessed at, lost, required. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../src/commands/index.ts';
import { startServer, type TestServer } from '../start-server.ts';
import { codeOf } from './totp.ts';

const KEY = 'a-key-of-the-test-that-seals';

interface Session {
  readonly server: TestServer;
  cookies: Map<string, string>;
}

async function send(session: Session, method: string, path: string, body?: object) {
  const { server, cookies } = session;
  const answer = await fetch(server.url + path, {
    method,
    headers: {
      cookie: [...cookies].map((one) => one.join('=')).join('; '),
      origin: server.url,
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body ? JSON.stringify(body) : null,
  });
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
    else cookies.set(name, value);
  }
  const text = await answer.text();
  return {
    status: answer.status,
    body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
  };
}

const withPassword = async (server: TestServer) => {
  const session: Session = { server, cookies: new Map() };
  const answer = await send(session, 'POST', '/api/auth/sign-in/email', server.owner);
  return { session, answer };
};
const own = (session: Session, act: string) =>
  send(session, 'POST', `/api/auth/two-factor/${act}`, { password: session.server.owner.password });
const step = (session: Session, kind: 'totp' | 'backup-code', code: string) =>
  send(session, 'POST', `/api/auth/two-factor/verify-${kind}`, { code });

async function setUp(session: Session) {
  const { body } = await own(session, 'enable');
  const offer = body as { totpURI: string; backupCodes: string[] };
  expect((await step(session, 'totp', codeOf(offer.totpURI))).status).toBe(200);
  return offer;
}

const environment = { GOALPOST_SECRETS_KEY: KEY };

describe('a second factor', () => {
  let server: TestServer;
  let offer: Awaited<ReturnType<typeof setUp>>;
  beforeAll(async () => {
    server = await startServer({ environment });
    offer = await setUp((await withPassword(server)).session);
  });
  afterAll(() => server.close());

  it('[A50] a password alone opens nothing, and a code opens all, once', async () => {
    const { session, answer } = await withPassword(server);
    expect([answer.status, answer.body['twoFactorRedirect']]).toEqual([200, true]);
    expect((await send(session, 'GET', '/api/v1/me')).status).toBe(401);
    const code = codeOf(offer.totpURI);
    expect((await step(session, 'totp', code)).status).toBe(200);
    expect((await send(session, 'GET', '/api/v1/me')).status).toBe(200);
    const other = (await withPassword(server)).session;
    expect((await step(other, 'totp', code)).status).toBe(401);
    expect((await send(other, 'GET', '/api/v1/me')).status).toBe(401);
  });

  it('[A50] a recovery code lets in once, and is counted', async () => {
    const [code = ''] = offer.backupCodes;
    const { session } = await withPassword(server);
    expect((await step(session, 'backup-code', code)).status).toBe(200);
    expect((await send(session, 'GET', '/api/v1/second-factor')).body).toEqual({
      on: true,
      required: false,
      recovery_codes_left: offer.backupCodes.length - 1,
    });
    const other = (await withPassword(server)).session;
    expect((await step(other, 'backup-code', code)).status).toBe(401);
  });

  it('[A51] is sealed in the records', () => {
    const files = ['records.db', 'records.db-wal'].map((name) => {
      try {
        return readFileSync(join(server.dataDir, name), 'latin1');
      } catch {
        return '';
      }
    });
    const text = files.join('');
    expect(text).toContain('auth_two_factor');
    expect(text).toMatch(/sealed:1:[0-9a-f]{8}:/);
    for (const code of offer.backupCodes) expect(text).not.toContain(code);
  });

  it('[A50] switching off and new codes take the password, within its limits', async () => {
    const { session } = await withPassword(server);
    await step(session, 'backup-code', offer.backupCodes[1] ?? '');
    for (const act of ['disable', 'generate-backup-codes']) {
      const guess = { password: 'a wrong guess' };
      const answer = await send(session, 'POST', `/api/auth/two-factor/${act}`, guess);
      expect([act, answer.status]).toEqual([act, 400]);
    }
    const renewed = await own(session, 'generate-backup-codes');
    const codes = renewed.body['backupCodes'] as string[];
    const other = (await withPassword(server)).session;
    expect((await step(other, 'backup-code', offer.backupCodes[2] ?? '')).status).toBe(401);
    expect((await step(other, 'backup-code', codes[0] ?? '')).status).toBe(200);
  });

  it('[A52] wrong codes are bounded for one sign-in and for the account, and `goalpost user` lets back in', async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 3; round++) {
      const { session } = await withPassword(server);
      for (let n = 0; n < 6; n++) statuses.push((await step(session, 'totp', '000000')).status);
    }
    expect(statuses.slice(0, 6)).toEqual([401, 401, 401, 401, 401, 400]);
    expect(statuses.at(-1)).toBe(429);
    const locked = (await withPassword(server)).session;
    expect((await step(locked, 'totp', codeOf(offer.totpURI, 1))).status).toBe(429);

    const said: string[] = [];
    const code = await runCommand(['user', 'second-factor-off', server.owner.email], {
      environment: { GOALPOST_DATA: server.dataDir, ...environment },
      say: (line) => said.push(line),
      complain: (line) => said.push(line),
      programs: { start: async () => undefined, demo: async () => undefined },
    });
    expect([code, said.join(' ')]).toEqual([0, expect.stringContaining('with the password alone')]);
    const { session } = await withPassword(server);
    expect((await send(session, 'GET', '/api/v1/me')).status).toBe(200);
    const audit = await send(session, 'GET', '/api/v1/audit?limit=200');
    const seen = (audit.body['entries'] as { subject: string; verb: string }[])
      .filter(({ subject }) => subject === 'second_factor')
      .map(({ verb }) => verb);
    expect(new Set(seen)).toEqual(new Set(['made', 'failed', 'changed', 'refused']));
  });
});

describe('a server that requires one', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({
      environment: {
        GOALPOST_SECOND_FACTOR: 'required',
        GOALPOST_PUBLIC_URL: 'http://127.0.0.1:9',
      },
    });
  });
  afterAll(() => server.close());

  it('[A72] takes a passkey for it, and a password alone for none', async () => {
    const { session } = await withPassword(server);
    const records = new DatabaseSync(join(server.dataDir, 'records.db'));
    const came = async (way: string) => {
      records.prepare('UPDATE auth_session SET way = ?').run(way);
      return (await send(session, 'GET', '/management/v1/counters')).status;
    };
    expect([await came('passkey'), await came('password')]).toEqual([200, 403]);
    records.close();
    // A passkey can be added before there is anything else.
    const offer = await send(session, 'POST', '/api/v1/passkeys/offer', { password: server.owner.password });
    expect([offer.status, offer.body['code']]).toEqual([409, 409]);
    expect(JSON.stringify(offer.body)).toContain('Passkeys need a host name');
  });

  it('[A53] opens nothing but the set-up before it, and keeps it afterwards', async () => {
    const { session } = await withPassword(server);
    expect((await send(session, 'GET', '/api/v1/me')).body).toMatchObject({ second_factor_needed: true });
    for (const path of ['/management/v1/counters', '/api/v1/tokens', '/api/v1/audit', '/api/v1/sessions'])
      expect([path, (await send(session, 'GET', path)).status]).toEqual([path, 403]);
    const token = { token: { name: randomBytes(4).toString('hex'), scope: 'write' } };
    expect((await send(session, 'POST', '/api/v1/tokens', token)).status).toBe(403);
    await setUp(session);
    expect((await send(session, 'GET', '/management/v1/counters')).status).toBe(200);
    expect((await own(session, 'disable')).status).toBe(403);
  });
});

describe('a second factor below a path', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ environment: { GOALPOST_PUBLIC_URL: 'http://127.0.0.1/stats/' } });
  });
  afterAll(() => server.close());

  it('[A52] [A75] tells whose sign-in failed, whatever cookie a server at the root has brought', async () => {
    const { backupCodes } = await setUp((await withPassword(server)).session);
    const { session } = await withPassword(server);
    expect([...session.cookies.keys()]).toContain('goalpost-stats.two_factor');
    session.cookies = new Map([['goalpost.two_factor', '2fa-of-another.signed'], ...session.cookies]);
    expect((await step(session, 'totp', '000000')).status).toBe(401);
    expect((await step(session, 'backup-code', backupCodes[0] ?? '')).status).toBe(200);
    // What is to be told of is written behind the answer.
    const failed = async () => {
      const { body } = await send(session, 'GET', '/api/v1/audit');
      const seen = body['entries'] as { subject: string; verb: string; login: string }[];
      return seen.find(({ verb }) => verb === 'failed');
    };
    await expect.poll(failed).toMatchObject({ subject: 'second_factor', login: server.owner.email });
  });
});
