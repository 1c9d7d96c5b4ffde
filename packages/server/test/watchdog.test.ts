/** A loop without end, from outside: the server ends, says in what, and comes up again without it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createApi } from '../../../e2e/path/api.ts';
import { newVisitorId, ORDINARY_HEADERS } from '../../../e2e/path/wire.ts';
import { STALLED_EXIT_CODE } from '../src/boot/watchdog/index.ts';
import { REMOVE } from './remove.ts';

const TOKEN = 'watchdog-test-token-of-at-least-32-characters';
/** More than a start takes in one go on the slowest machine. */
const LIMIT_MS = 2_000;

interface Line {
  readonly msg: string;
  readonly [field: string]: unknown;
}

interface Running {
  /** Empty where it ended before it listened. */
  readonly url: string;
  readonly child: ChildProcess;
  readonly ended: Promise<[code: number | null, signal: string | null]>;
  /** Lines of its log, once it has ended. */
  lines(): Promise<Line[]>;
}

let folder: string;
let running: Running | null = null;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'goalpost-stall-'))));
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.ended;
  rmSync(folder, REMOVE);
});

async function start(): Promise<Running> {
  const child = spawn(
    process.execPath,
    ['--no-warnings', join(import.meta.dirname, 'watchdog-server.ts'), String(LIMIT_MS)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        GOALPOST_DATA: folder,
        GOALPOST_PORT: '0',
        GOALPOST_ADMIN_EMAIL: 'owner@example.com',
        GOALPOST_ADMIN_PASSWORD: 'watchdog-test-password',
        GOALPOST_ADMIN_TOKEN: TOKEN,
      },
    },
  );
  const ended = once(child, 'exit') as Running['ended'];
  const errors = text(child.stderr);
  const lines = async () =>
    (await errors)
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line);
  for await (const line of createInterface(child.stdout)) {
    const url = /^listening on (\S+)$/.exec(line)?.[1];
    if (url !== undefined) return (running = { url, child, ended, lines });
  }
  // What waits in the journal is taken up before it listens.
  return (running = { url: '', child, ended, lines });
}

async function stop({ child, ended }: Running): Promise<void> {
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
}

interface Hit {
  readonly title: string;
  readonly visitor: string;
}

const hitsOf = (...titles: string[]): Hit[] => titles.map((title) => ({ title, visitor: newVisitorId() }));

/** The server may end while they are sent: anyone who got no answer sends again, as tags do. */
async function send(url: string, counter: number, hits: readonly Hit[]): Promise<void> {
  const sent = hits.map(async ({ title, visitor }) => {
    const query = new URLSearchParams({
      'page-url': 'https://shop.example/',
      'browser-info': `pv:1:hid:1:rqn:1:rn:${visitor.slice(-9)}:u:${visitor}:t:${title}`,
    });
    const answer = await fetch(`${url}/watch/${counter}?${query}`, { headers: ORDINARY_HEADERS });
    expect(answer.headers.get('x-goalpost')).toMatch(/^stored/);
  });
  await Promise.allSettled(sent);
}

const stuck = (lines: readonly Line[]) => lines.find(({ msg }) => msg.startsWith('A thread is stuck'));

async function pageviews(url: string, counter: number, wanted: number): Promise<number | null> {
  const api = createApi(url, TOKEN);
  while (running?.child.exitCode === null) {
    const found = await api.stat(counter, { metrics: 'ym:s:pageviews' }).catch(() => null);
    const [views = null] = found?.totals ?? [];
    if (views !== null && views >= wanted) return views;
    await pause(200);
  }
  return null;
}

describe('the watchdog', () => {
  it('[W18] ends a server stuck in a record, and the next start sets that one aside and counts all others', async () => {
    const first = await start();
    const counter = await createApi(first.url, TOKEN).createCounter();
    const hits = hitsOf('one', 'two', 'loop', 'three');
    await send(first.url, counter, hits);
    expect(await first.ended).toEqual([STALLED_EXIT_CODE, null]);
    const said = stuck(await first.lines());
    expect(said).toMatchObject({
      level: 60,
      thread: 'processing',
      segment: expect.any(Number),
      record: expect.any(Number),
    });

    const second = await start();
    await send(second.url, counter, [...hits.filter(({ title }) => title !== 'loop'), ...hitsOf('four')]);
    expect(await pageviews(second.url, counter, 4)).toBe(4);
    const health = await createApi(second.url, TOKEN).call<{ server: { set_aside: number } }>(
      'GET',
      `/api/v1/counters/${counter}/health`,
    );
    expect(health.body.server.set_aside).toBe(1);
    await stop(second);
    const lines = await second.lines();
    expect(lines.filter(({ msg }) => msg.includes('was set aside'))).toHaveLength(1);
    const aside = readFileSync(join(folder, 'journal', 'set-aside-records.jsonl'), 'utf8')
      .trim()
      .split('\n');
    expect(aside).toHaveLength(1);
    expect(JSON.parse(aside[0] ?? '')).toMatchObject({ record: { q: expect.stringContaining('loop') } });

    const third = await start();
    expect(await pageviews(third.url, counter, 4)).toBe(4);
    await stop(third);
    expect((await third.lines()).some(({ msg }) => msg.includes('set aside'))).toBe(false);
  });

  it('[W18] sets several records aside, one at a start', async () => {
    const first = await start();
    const counter = await createApi(first.url, TOKEN).createCounter();
    const hits = hitsOf('loop', 'one', 'two', 'loop');
    await send(first.url, counter, hits);
    let server = first;
    let ends = 0;
    const up = async () => server.url !== '' && (await pageviews(server.url, counter, 1)) !== null;
    while (!(await Promise.race([up().catch(() => false), server.ended.then(() => false)]))) {
      expect((await server.ended)[0]).toBe(STALLED_EXIT_CODE);
      ends++;
      server = await start();
    }
    expect(ends).toBeLessThanOrEqual(2);
    await send(
      server.url,
      counter,
      hits.filter(({ title }) => title !== 'loop'),
    );
    expect(await pageviews(server.url, counter, 2)).toBe(2);
    await stop(server);
  });

  it.each(['/api/v1/test/loop', '/api/v1/test/loop-later'])(
    '[W18] names the request that %s is stuck in, and the next start simply comes up',
    async (path) => {
      const first = await start();
      const asked = fetch(`${first.url}${path}`).catch(() => null);
      expect(await first.ended).toEqual([STALLED_EXIT_CODE, null]);
      await asked;
      expect(stuck(await first.lines())).toMatchObject({
        thread: 'main',
        work: [`GET ${path}`],
        where: expect.arrayContaining([expect.stringContaining('watchdog-server')]),
      });
      const second = await start();
      expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
      await stop(second);
      const lines = await second.lines();
      expect(lines.find(({ msg }) => msg.startsWith('The last run was ended'))).toMatchObject({
        work: [`GET ${path}`],
      });
      expect(lines.some(({ msg }) => msg.includes('set aside'))).toBe(false);
    },
  );

  it('[V30] a fault that nobody catches in the processing thread ends the server with a sentence', async () => {
    const server = await start();
    const counter = await createApi(server.url, TOKEN).createCounter();
    await send(server.url, counter, hitsOf('throw'));
    expect(await server.ended).toEqual([1, null]);
    const said = (await server.lines()).find(({ msg }) => msg.startsWith('Processing has ended by a fault'));
    expect(said).toMatchObject({ level: 60, err: { message: 'a fault that nobody catches' } });
  });

  it('leaves a server alone that was stopped for longer than the limit', async () => {
    const server = await start();
    server.child.kill('SIGSTOP');
    await pause(2 * LIMIT_MS);
    server.child.kill('SIGCONT');
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    await stop(server);
    expect(stuck(await server.lines())).toBeUndefined();
  });
});
