/** What goes wrong around the server while hits come: none that was acknowledged is lost, and none has to wait. */
import { spawnSync } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import {
  startServer,
  type TestServer,
  type TestServerOptions,
} from '../../packages/server/test/start-server.ts';
import { watchPatience } from './abuse-tools.ts';
import { createApi, conversions } from './api.ts';
import { newVisitorId, reach, sendHit } from './wire.ts';

type OpenServer = TestServer & AsyncDisposable;

async function open(options: TestServerOptions = {}): Promise<OpenServer> {
  const server = await startServer(options);
  return Object.assign(server, { [Symbol.asyncDispose]: () => server.close() });
}

/** Page views, each of a visitor of its own, and what became of them by status. */
async function send(url: string, counter: number, count: number): Promise<Map<number, number>> {
  const outcomes = new Map<number, number>();
  for (let index = 0; index < count; index++) {
    const pageUrl = 'https://shop.example/';
    const { status } = await sendHit(url, { counter, visitor: newVisitorId(), pageUrl });
    outcomes.set(status, (outcomes.get(status) ?? 0) + 1);
  }
  return outcomes;
}

async function pageviews(server: TestServer, counter: number): Promise<unknown> {
  return (await createApi(server.url, server.token).stat(counter, { metrics: 'ym:s:pageviews' })).totals[0];
}

/** A disk of its own, which only root may make. */
function makeDisk(size: string): { readonly path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), 'goalpost-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', path]).status === 0;
  return {
    path: mounted ? path : '',
    [Symbol.dispose]() {
      if (mounted) spawnSync('umount', ['-l', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

describe('a full disk', () => {
  it('[W12] is answered 503; what was acknowledged before and after is counted', async ({ skip }) => {
    using disk = makeDisk('64m');
    if (disk.path === '') skip('no disk can be mounted here');
    await using server = await open({ dataDir: join(disk.path, 'data') });
    const api = createApi(server.url, server.token);
    const counter = await api.createCounter();
    const before = await send(server.url, counter, 20);
    expect([...before]).toEqual([[200, 20]]);
    const filler = join(disk.path, 'filler');
    expect(() => writeFileSync(filler, Buffer.alloc(128 << 20))).toThrow(/ENOSPC/);
    // Segments begun before may still have room for a few.
    const during = await send(server.url, counter, 100);
    expect([...during.keys()].toSorted()).toContain(503);
    expect((await fetch(`${server.url}/healthz`)).status).toBe(503);
    const refused = await api.call<{ message: string }>('POST', '/management/v1/counters', {
      counter: { site2: { site: 'b.example' } },
    });
    expect([refused.status, refused.body.message]).toEqual([
      503,
      expect.stringContaining('the disk is full'),
    ]);
    rmSync(filler);
    await expect.poll(() => fetch(`${server.url}/healthz`).then(({ status }) => status)).toBe(200);
    const after = await send(server.url, counter, 20);
    expect([...after]).toEqual([[200, 20]]);
    await server.flushed();
    expect(await pageviews(server, counter)).toBe(40 + (during.get(200) ?? 0));
  });

  it('at the start is a plain sentence', async ({ skip }) => {
    using disk = makeDisk('300k');
    if (disk.path === '') skip('no disk can be mounted here');
    await expect(startServer({ dataDir: join(disk.path, 'data') })).rejects.toThrow(
      /^The (data folder|records database|journal folder) .*(the disk is full|no space left)/,
    );
  });
});

describe('the records database, held by another program', () => {
  it('makes no hit wait; its automatic goal is made when it is let go', async () => {
    await using server = await open();
    const api = createApi(server.url, server.token);
    const counter = await api.createCounter();
    const other = new DatabaseSync(join(server.dataDir, 'records.db'));
    other.exec('BEGIN IMMEDIATE');
    const change = api.call('PUT', `/management/v1/counter/${counter}`, { counter: { name: 'Renamed' } });
    for (let n = 0; n < 20; n++) {
      const answer = await reach(
        server.url,
        { counter, visitor: newVisitorId() },
        'Jivo_Client_initiate_chat',
      );
      expect(answer.status).toBe(200);
    }
    // A server that waited for the lock itself would never have come so far.
    other.exec('ROLLBACK');
    other.close();
    expect((await change).status).toBe(200);
    await server.flushed();
    expect(Object.values(await conversions(api, counter)).map((row) => row[3])).toEqual([20]);
  });
});

describe('the analytics store', () => {
  it('killed while hits come, loses none of them and doubles none', async () => {
    await using server = await open();
    const api = createApi(server.url, server.token);
    const counter = await api.createCounter();
    await send(server.url, counter, 20);
    const engine = Number(/"pid":(\d+)/.exec(readFileSync(join(server.dataDir, 'olap.pid'), 'utf8'))?.[1]);
    expect(readFileSync(`/proc/${engine}/environ`, 'latin1')).not.toMatch(/GOALPOST_/);
    process.kill(engine, 'SIGKILL');
    const outcomes = await send(server.url, counter, 60);
    expect([...outcomes]).toEqual([[200, 60]]);
    await server.flushed();
    expect(await pageviews(server, counter)).toBe(80);
  });
});

describe('a clock that is set back and forth', () => {
  it('[V10] makes no hit impossible, and none is set aside', async () => {
    let now = Date.now();
    await using server = await open({ clock: { now: () => now } });
    const api = createApi(server.url, server.token);
    const counter = await api.createCounter();
    const visitor = newVisitorId();
    for (const jump of [0, -3_600_000, -86_400_000, 7_200_000, -1, 0]) {
      now = Date.now() + jump;
      for (let n = 0; n < 3; n++) {
        const hit = { counter, visitor, pageUrl: 'https://shop.example/' };
        expect((await sendHit(server.url, hit)).headers.get('x-goalpost')).toBe('stored');
        expect((await reach(server.url, { counter, visitor }, 'lead')).status).toBe(200);
      }
    }
    now = Date.now();
    await server.flushed();
    expect(await pageviews(server, counter)).toBe(18);
    const health = await api.call<{ server: object }>('GET', `/api/v1/counters/${counter}/health`);
    expect(health.body.server).toMatchObject({ set_aside: 0, storing: true });
  });
});

describe('goals made to be slow', () => {
  it('[G20] do not keep others from being answered', async () => {
    await using server = await open();
    const api = createApi(server.url, server.token);
    const counter = await api.createCounter();
    const slow = (index: number) => ({
      goal: {
        name: `Slow ${index}`,
        type: 'action',
        conditions: [{ type: 'regexp', url: `(?:(a)|b){0,180}$|${index}` }],
      },
    });
    const made: number[] = [];
    for (let index = 0; index < 20; index++) {
      made.push((await api.call('POST', `/management/v1/counter/${counter}/goals`, slow(index))).status);
    }
    expect(made).toEqual([...Array<number>(18).fill(200), 400, 400]);
    const slower = slow(0);
    slower.goal.conditions[0]!.url = '(?:(a)|b){0,1000}$';
    expect((await api.call('POST', `/management/v1/counter/${counter}/goals`, slower)).status).toBe(400);
    const patience = watchPatience(server.url);
    for (let n = 0; n < 20; n++) {
      const answer = await reach(server.url, { counter, visitor: newVisitorId() }, 'ab'.repeat(900));
      expect(answer.status).toBe(200);
    }
    await server.flushed();
    expect(await patience.end()).toBeLessThan(2_000);
    expect(Object.values(await conversions(api, counter)).map((row) => row[3])).toEqual(Array(18).fill(20));
  });
});

it('all that the server keeps is for its owner alone', async () => {
  await using server = await open();
  const counter = await createApi(server.url, server.token).createCounter();
  await send(server.url, counter, 1);
  await server.flushed();
  const names = readdirSync(server.dataDir, { recursive: true, encoding: 'utf8' });
  const exposed = names.filter((name) => {
    const stat = lstatSync(join(server.dataDir, name), { throwIfNoEntry: false });
    return stat !== undefined && !stat.isSymbolicLink() && (stat.mode & 0o077) !== 0;
  });
  expect(exposed).toEqual([]);
});
