/**
 * What Goalpost costs and carries, side by side with a bare HTTP server in one run. The machine is noisy and
 * shared: read the ratios, not the absolutes.
 */
import { rmSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ALL_CORES,
  cpuTimes,
  firstLine,
  LOAD_CORES,
  residentMiB,
  run,
  SERVER_CORE,
  stop,
} from './machine.ts';
import type { LoadResult } from './load.ts';
import { tagBytes } from './tag-bytes.ts';
import { freePort } from '../packages/server/src/kit/test-free-port.ts';

/** The first loads the server fully: its rate is what the server can do. With few, each answer waits for the disk. */
const CONNECTIONS = [256, 64] as const;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 8);
/** Each question costs the engine as much as a thousand rows: asked too often, it would delay what it waits for. */
const ASK_AGAIN_MS = 250;
const PEER_HITS_PER_SECOND = 245;
const TOKEN = 'bench-token-of-at-least-thirty-two-characters';
const here = import.meta.dirname;
/** `BENCH_SERVER` names another tree's, to be compared. */
const SERVER = join(here, '../packages/server/src/main.ts');

const lines: [string, string][] = [];
/** Microseconds of CPU time that a bare server takes for a request. */
let helloCost = 0;
const hello = await measureHello();
await measureGoalpost(hello);
lines.push(['tag', await tagBytes()]);
const width = Math.max(...lines.map(([name]) => name.length));
for (const [name, value] of lines) process.stdout.write(`${name.padEnd(width)}  ${value}\n`);

async function measureHello(): Promise<Map<number, LoadResult>> {
  const child = run(SERVER_CORE, join(here, 'hello.ts'), []);
  const port = Number(await firstLine(child));
  const results = new Map<number, LoadResult>();
  for (const connections of CONNECTIONS) {
    const result = await load(port, connections, 0);
    results.set(connections, result);
    lines.push([`hello, ${connections} connections`, describe(result)]);
  }
  const answered = [...results.values()].reduce((sum, result) => sum + result.answered, 0);
  helloCost = total(cpuTimes(child.pid ?? 0)) / answered;
  await stop(child);
  return results;
}

async function measureGoalpost(yardstick: Map<number, LoadResult>): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'goalpost-bench-'));
  const port = await freePort();
  const startedAt = performance.now();
  const child = run(ALL_CORES, process.env['BENCH_SERVER'] ?? SERVER, [], {
    GOALPOST_DATA: dataDir,
    GOALPOST_PORT: String(port),
    GOALPOST_ADMIN_EMAIL: 'bench@example.com',
    GOALPOST_ADMIN_PASSWORD: 'bench-password-1',
    GOALPOST_ADMIN_TOKEN: TOKEN,
  });
  child.stdout?.resume();
  try {
    const base = `http://127.0.0.1:${port}`;
    await until(async () => (await fetch(`${base}/healthz`)).ok);
    lines.push(['start-up to ready', `${Math.round(performance.now() - startedAt)} ms`]);
    const pid = child.pid ?? 0;
    const counter = await createCounter(base);
    lines.push(['resident, idle', `${Math.round(residentMiB(pid))} MiB with the engine`]);

    let acked = 0;
    let peak = 0;
    const cpuBefore = cpuTimes(pid);
    const loadStartedAt = performance.now();
    for (const connections of CONNECTIONS) {
      const watch = setInterval(() => (peak = Math.max(peak, residentMiB(pid))), 250);
      const result = await load(port, connections, counter);
      clearInterval(watch);
      acked += result.answered;
      const share = rate(result) / rate(yardstick.get(connections) ?? result);
      lines.push([
        `acked hits, ${connections} connections`,
        `${describe(result)} = ${share.toFixed(2)} of hello, ${Math.round(rate(result) / PEER_HITS_PER_SECOND)}× a peer's ${PEER_HITS_PER_SECOND}/s`,
      ]);
    }
    const backlogStartedAt = performance.now();
    let reported = 0;
    await until(async () => {
      reported = await pageviewsAndReaches(base, counter);
      peak = Math.max(peak, residentMiB(pid));
      return reported >= acked;
    });
    const cost = new Map(
      [...cpuTimes(pid)].map(([name, time]) => [name, (time - (cpuBefore.get(name) ?? 0)) / acked]),
    );
    const seconds = (performance.now() - loadStartedAt) / 1000;
    const share = acked / seconds / rate(yardstick.get(CONNECTIONS[0]) as LoadResult);
    lines.push([
      'sustained into reports',
      `${Math.round(acked / seconds)}/s = ${share.toFixed(2)} of hello, over ${seconds.toFixed(1)} s, of which ${((performance.now() - backlogStartedAt) / 1000).toFixed(1)} s after the load`,
    ]);
    // Other work on the machine changes it less than any rate.
    lines.push([
      'CPU time a hit, into reports',
      `${total(cost).toFixed(0)} µs = ${(total(cost) / helloCost).toFixed(1)} of hello: ${[...cost].map(([name, time]) => `${name} ${time.toFixed(0)}`).join(', ')}`,
    ]);
    lines.push([
      'acked and reported',
      `${acked} and ${reported}${acked === reported ? ', the same' : ': NOT THE SAME'}`,
    ]);
    lines.push(['resident, under load', `${Math.round(peak)} MiB with the engine`]);
  } finally {
    await stop(child);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** All load processes together. */
async function load(port: number, connections: number, counter: number): Promise<LoadResult> {
  const processes = 2;
  const parts = await Promise.all(
    Array.from({ length: processes }, async (_, index) => {
      const seed = (index + 1) * 10 + CONNECTIONS.findIndex((one) => one === connections);
      const args = [port, connections / processes, SECONDS, counter, seed].map(String);
      return JSON.parse(await firstLine(run(LOAD_CORES, join(here, 'load.ts'), args))) as LoadResult;
    }),
  );
  return {
    answered: parts.reduce((sum, part) => sum + part.answered, 0),
    refused: parts.reduce((sum, part) => sum + part.refused, 0),
    seconds: Math.max(...parts.map((part) => part.seconds)),
    p50Ms: Math.max(...parts.map((part) => part.p50Ms)),
    p99Ms: Math.max(...parts.map((part) => part.p99Ms)),
  };
}

function total(times: ReadonlyMap<string, number>): number {
  return [...times.values()].reduce((sum, time) => sum + time, 0);
}

function rate(result: LoadResult): number {
  return result.answered / result.seconds;
}

function describe(result: LoadResult): string {
  const refused = result.refused === 0 ? '' : `, ${result.refused} REFUSED`;
  return `${Math.round(rate(result))}/s (p50 ${result.p50Ms} ms, p99 ${result.p99Ms} ms)${refused}`;
}

async function createCounter(base: string): Promise<number> {
  const response = await fetch(`${base}/management/v1/counters`, {
    method: 'POST',
    headers: { authorization: `OAuth ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ counter: { id: 100_001, name: 'bench', site2: { site: 'shop.example' } } }),
  });
  const { counter } = (await response.json()) as { counter: { id: number } };
  return counter.id;
}

/** Hits as reports know them: the bench sends page views and one event in eight. */
async function pageviewsAndReaches(base: string, counter: number): Promise<number> {
  const query = new URLSearchParams({
    ids: String(counter),
    metrics: 'ym:s:pageviews,ym:s:sumGoalReachesAny',
    date1: 'yesterday',
    date2: 'today',
  });
  const response = await fetch(`${base}/stat/v1/data?${query}`, {
    headers: { authorization: `OAuth ${TOKEN}` },
  });
  const { totals } = (await response.json()) as { totals?: (number | null)[] };
  return (totals ?? []).reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** Asks again until the answer is yes; at most two minutes. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (performance.now() < deadline) {
    if (await condition().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
  }
  throw new Error('gave up waiting after two minutes');
}
