/**
 * The journal's promise at the level of collection. Killed at random moments, with the real pipeline and the
 * real engine, every acknowledged hit is stored once. No hit carries what would let a duplicate be recognised.
 * `CRASH_ROUNDS` sets how often; `e2e/path/kill.test.ts` does the same to the whole server.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startTestOlap, type TestOlap } from '../src/stores/olap/test-olap.ts';
import { limitOf, PATIENCE_MS } from './eventually.ts';
import { seeded } from './seeded.ts';
import { REMOVE } from './remove.ts';

const ROUNDS = Number(process.env['CRASH_ROUNDS'] ?? 5);
const CLIENTS = 8;
/** A kill comes at a random one of so many acknowledged hits. */
const MOST_BEFORE_KILL = 800;
const AGENT =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

let dataDir: string;
let engine: TestOlap;
let child: ChildProcess | undefined;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'goalpost-crash-'));
  engine = await startTestOlap();
});
afterAll(async () => {
  await kill();
  await engine.close();
  await rm(dataDir, REMOVE);
});

it(
  `[W12] ${ROUNDS} times killed: every acknowledged hit is stored exactly once`,
  async () => {
    const random = seeded(7);
    const acked = new Set<string>();
    const sent = new Set<string>();
    for (let round = 0; round < ROUNDS; round++) {
      const url = await start();
      const clients = Array.from({ length: CLIENTS }, (_, client) =>
        talk(url, `${round}-${client}`, sent, acked),
      );
      const wanted = acked.size + 1 + Math.floor(random() * MOST_BEFORE_KILL);
      await vi.waitUntil(() => acked.size >= wanted, { timeout: PATIENCE_MS, interval: 5 });
      await kill();
      await Promise.all(clients);
    }
    const url = await start();
    expect(await (await fetch(`${url}/flushed`)).text()).toBe('flushed');

    const stored = await engine.olap.query<{ title: string; times: number }>(
      'SELECT title, toUInt32(count()) AS times FROM hits GROUP BY title',
      {},
    );
    const times = new Map(stored.map((row) => [row.title, row.times]));
    expect([...acked].filter((name) => times.get(name) !== 1)).toEqual([]);
    expect([...times].filter(([name, count]) => count !== 1 || !sent.has(name))).toEqual([]);
    expect(acked.size).toBeGreaterThan(ROUNDS * CLIENTS);

    const [hits] = await engine.olap.query(
      'SELECT count() AS hits, sum(length(goal_ids)) AS reaches FROM hits',
      {},
    );
    const [visits] = await engine.olap.query(
      'SELECT sum(hits) AS hits, sum(length(goal_ids)) AS reaches FROM visits FINAL',
      {},
    );
    expect(visits).toEqual(hits);
  },
  limitOf(ROUNDS),
);

/** Sends until the server is gone. A hit's title is its name. */
async function talk(url: string, who: string, sent: Set<string>, acked: Set<string>): Promise<void> {
  for (let n = 0; ; n++) {
    const name = `${who}-${n}`;
    const event = n % 5 === 4;
    const visitor = `1700000000${String(Math.abs(hashOf(who)) % 1_000_000).padStart(6, '0')}${n >> 3}`;
    const page = event ? 'goal://shop.example/order' : 'https://shop.example/';
    const info = `${event ? 'ar' : 'pv'}:1:u:${visitor}:t:${name}`;
    sent.add(name);
    const query = new URLSearchParams({
      'page-url': page,
      'page-ref': 'https://shop.example/',
      'browser-info': info,
    });
    try {
      const answer = await fetch(`${url}/watch/100001?${query}`, { headers: { 'user-agent': AGENT } });
      await answer.arrayBuffer();
      if (answer.headers.get('x-goalpost') === 'stored') acked.add(name);
    } catch {
      return;
    }
  }
}

function hashOf(text: string): number {
  let hash = 7;
  for (const char of text) hash = (hash * 31 + char.charCodeAt(0)) | 0;
  return hash;
}

function start(): Promise<string> {
  const socket = join(engine.dataDir, 'olap.sock');
  const running = spawn(
    process.execPath,
    ['--no-warnings', join(import.meta.dirname, 'crash-collector.ts'), dataDir, socket],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  child = running;
  return new Promise((resolve, reject) => {
    running.stdout?.once('data', (line: Buffer) => resolve(`http://127.0.0.1:${line.toString().trim()}`));
    running.once('exit', (code) => reject(new Error(`collection ended with ${code}`)));
  });
}

function kill(): Promise<void> {
  const running = child;
  if (running === undefined || running.exitCode !== null || running.signalCode !== null)
    return Promise.resolve();
  return new Promise((resolve) => {
    running.once('exit', () => resolve());
    running.kill('SIGKILL');
  });
}
