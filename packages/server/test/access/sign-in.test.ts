/** Signing in: how often, what is written of it, and who reads that, over the real server. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startServer, type TestServer } from '../start-server.ts';

const lines: string[] = [];
let now = Date.now();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({
    clock: { now: () => now },
    environment: { GOALPOST_TRUST_PROXY: '127.0.0.1' },
    log: pino(
      { base: null, timestamp: pino.stdTimeFunctions.isoTime },
      { write: (line: string) => lines.push(line) },
    ),
  });
});
afterAll(() => server.close());

interface From {
  readonly address?: string;
  readonly cookie?: string;
}

async function trySignIn(email: string, password: string, { address = '198.51.100.7', cookie }: From = {}) {
  const answer = await fetch(`${server.url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-forwarded-for': address,
      ...(cookie === undefined ? {} : { cookie, origin: server.url }),
    },
    body: JSON.stringify({ email, password }),
  });
  return {
    status: answer.status,
    cookies: answer.headers.getSetCookie().map((one) => one.split(';')[0] ?? ''),
  };
}
const wrong = (from?: From) => trySignIn(server.owner.email, 'a wrong guess', from);
const right = (from?: From) => trySignIn(server.owner.email, server.owner.password, from);

async function audit(query = '') {
  const answer = await fetch(`${server.url}/api/v1/audit${query}`, {
    headers: { authorization: `OAuth ${server.token}` },
  });
  return (await answer.json()) as { entries: Record<string, unknown>[]; next: number | null };
}

describe('a password', () => {
  it('[A14, A15] is tried ten times in a quarter of an hour, and strangers lock nobody out', async () => {
    const home = await right({ address: '203.0.113.5' });
    const device = home.cookies.find((one) => one.startsWith('goalpost.device-')) ?? '';
    expect(home.status).toBe(200);
    const stranger = (n: number): From => ({ address: `198.51.100.${n}` });
    for (let n = 0; n < 10; n++) expect((await wrong(stranger(n))).status).toBe(401);
    expect((await wrong(stranger(11))).status).toBe(429);
    expect((await right(stranger(12))).status, 'nobody knows this network, nor the device').toBe(429);
    expect((await right({ address: '203.0.113.5' })).status, 'the network is known').toBe(200);
    expect((await right({ address: '198.51.100.99', cookie: device })).status, 'the device is').toBe(200);
    const forged = `${device.slice(0, -3)}abc`;
    expect((await right({ address: '198.51.100.98', cookie: forged })).status).toBe(429);
    now += 15 * 60_000;
    expect((await right(stranger(1))).status).toBe(200);
  });

  it('[A14] is limited for addresses without an account alike', async () => {
    const answers = [];
    for (let n = 0; n < 11; n++) answers.push((await trySignIn('nobody@example.com', 'x'.repeat(10))).status);
    expect(answers).toEqual([...Array<number>(10).fill(401), 429]);
  });
});

describe('the log', () => {
  const documented = readFileSync(path.join(import.meta.dirname, '../../../../docs/sign-in.md'), 'utf8');
  const [, pattern = ''] = /^failregex = (.+)$/m.exec(documented) ?? [];
  const failregex = new RegExp(pattern.replace('<HOST>', String.raw`(?<host>[0-9a-fA-F.:]+)`));

  it.each([
    'owner@example.com',
    'a"b@example.com',
    '","address":"192.0.2.1","account":"x',
    'x\n{"level":40,"address":"192.0.2.1"}',
    'кто-то@example.com',
    `${'x'.repeat(60)}@example.com`,
  ])('[A16] has a line that fail2ban reads as documented: %j', async (login) => {
    const before = lines.length;
    const { status } = await trySignIn(login, 'x'.repeat(10), { address: '2001:db8::7' });
    const found = lines.slice(before).filter((line) => line.includes('sign-in failed'));
    // What is no address at all is refused before any password is looked at.
    if (status === 400) {
      expect(found).toEqual([]);
      return;
    }
    expect(found).toHaveLength(1);
    expect(failregex.exec(found[0]?.trim() ?? '')?.groups?.['host']).toBe('2001:db8::7');
  });

  it('[A16] has nothing of the sign-in library about a refusal, and nor has the console', async () => {
    const spies = (['error', 'warn', 'log'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => undefined),
    );
    const before = lines.length;
    now += 15 * 60_000;
    await wrong({ address: '198.51.100.200' });
    await fetch(`${server.url}/api/auth/sign-in/email`, { method: 'POST', body: '{"email":5}' });
    expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([]);
    for (const spy of spies) spy.mockRestore();
    expect(lines.slice(before).map((line) => (JSON.parse(line) as { msg: string }).msg)).toEqual([
      'sign-in failed',
    ]);
  });
});

describe('the audit log', () => {
  const call = async (method: string, where: string, body?: unknown) => {
    const answer = await fetch(`${server.url}${where}`, {
      method,
      headers: { authorization: `OAuth ${server.token}`, 'x-forwarded-for': '203.0.113.9' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await answer.json()) as { counter: { id: number }; goal: { id: number } };
  };

  it('[A17, A18] says who changed what, from where, without secrets', async () => {
    const { counter } = await call('POST', '/management/v1/counters', { counter: { site: 'audit.example' } });
    const { goal } = await call('POST', `/management/v1/counter/${counter.id}/goals`, {
      goal: { name: 'Order', type: 'action', conditions: [{ type: 'exact', url: 'secret-value' }] },
    });
    await call('DELETE', `/management/v1/counter/${counter.id}/goal/${goal.id}`);
    await call('POST', '/api/v1/tokens', { token: { name: 'report', scope: 'read' } });
    await call('PUT', `/management/v1/counter/${counter.id}`, { counter: { visit_threshold: 5 } });
    const { entries } = await audit('?limit=4');
    expect(entries.map((one) => `${String(one['subject'])} ${String(one['verb'])}`)).toEqual([
      'token made',
      'goal deleted',
      'goal made',
      'counter made',
    ]);
    expect(entries[2]).toMatchObject({
      login: server.owner.email,
      address: '203.0.113.9',
      counter_id: counter.id,
      target: String(goal.id),
      details: 'name: Order, type: action, conditions',
    });
    expect(JSON.stringify(entries)).not.toMatch(/secret-value|gp_/);
  });

  it('[A63] is filtered, and handed out as a file of what the filter finds', async () => {
    const { counter } = await call('POST', '/management/v1/counters', {
      counter: { site: 'filter.example', name: '=cmd' },
    });
    const mine = `counter_id=${counter.id}&person=${server.owner.email.toUpperCase()}`;
    const { entries } = await audit(`?${mine}&subject=counter&since=2020-01-01`);
    expect(entries).toHaveLength(1);
    expect((await audit(`?${mine}&subject=grant`)).entries).toEqual([]);
    expect((await audit(`?${mine}&until=2020-01-01T00:00:00%2B03:00`)).entries).toEqual([]);
    const file = async (ending: string) => {
      const answer = await fetch(`${server.url}/api/v1/audit.${ending}?${mine}`, {
        headers: { authorization: `OAuth ${server.token}` },
      });
      return { type: answer.headers.get('content-type'), text: await answer.text() };
    };
    const lines = await file('jsonl');
    expect(lines.type).toContain('application/jsonl');
    const [only] = entries;
    expect(JSON.parse(lines.text)).toEqual({ ...only, at: new Date(Number(only?.['at'])).toISOString() });
    const { text, type } = await file('csv');
    expect(type).toContain('text/csv');
    expect(text.split('\r\n')[0]).toBe('id,at,login,address,subject,verb,counter_id,target,details');
    expect(text.split('\r\n')).toHaveLength(3);
  });

  it.each([
    ['since=yesterday', 'since'],
    ['until=2026-02-30', 'until'],
    ['since=2026-03-02&until=2026-03-01', 'until'],
    ['subject=nothing', 'subject'],
    ['counter_id=x', 'counter_id'],
    ['who=me', 'who'],
  ])('[A63] a filter that is none is refused by its name: %s', async (query, location) => {
    for (const path of ['audit', 'audit.csv', 'audit.jsonl']) {
      const answer = await fetch(`${server.url}/api/v1/${path}?${query}`, {
        headers: { authorization: `OAuth ${server.token}` },
      });
      expect([path, answer.status]).toEqual([path, 400]);
      expect(await answer.json()).toMatchObject({ errors: [{ location }] });
    }
  });

  it('[A17, A20] has sign-ins and failures, page by page', async () => {
    await wrong({ address: '198.51.100.201' });
    const first = await audit('?limit=1');
    expect(first.entries).toMatchObject([
      { subject: 'sign_in', verb: 'failed', login: server.owner.email, address: '198.51.100.201' },
    ]);
    const second = await audit(`?limit=1&before=${first.next}`);
    expect(second.entries[0]?.['id']).toBeLessThan(Number(first.entries[0]?.['id']));
  });
});
