/**
 * What the chat carries: visitors connected to one process on two cores, some of them talking. Message in to
 * message out, and memory for each visitor who only looks. `npm run bench chat`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ChatLoadResult } from './chat-load.ts';
import { run, stop } from './machine.ts';

const CONNECTED = Number(process.env['BENCH_VISITORS'] ?? 5_000);
const TALKING = 100;
const OPERATORS = 5;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 20);
const TOKEN = 'bench-token-of-at-least-thirty-two-characters';
const here = import.meta.dirname;

const dataDir = mkdtempSync(join(tmpdir(), 'goalpost-chat-bench-'));
const port = await freePort();
const server = run('0-1', join(here, '../packages/server/src/main.ts'), [], {
  GOALPOST_DATA: dataDir,
  GOALPOST_PORT: String(port),
  GOALPOST_ADMIN_EMAIL: 'bench@example.com',
  GOALPOST_ADMIN_PASSWORD: 'bench-password-1',
  GOALPOST_ADMIN_TOKEN: TOKEN,
});
server.stdout?.resume();
const base = `http://127.0.0.1:${port}`;
try {
  await until(async () => (await fetch(`${base}/healthz`)).ok);
  const counter = await counterWithChat();
  await rest();
  const before = residentKiB();
  const startedAt = performance.now();
  const load = run(
    '2-3',
    join(here, 'chat-load.ts'),
    [port, counter, TOKEN, CONNECTED, TALKING, OPERATORS, SECONDS].map(String),
  );
  if (load.stdout === null) throw new Error('no output');
  const lines = createInterface({ input: load.stdout })[Symbol.asyncIterator]();
  await lines.next();
  say(`connected`, `${CONNECTED} visitors in ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`);
  await rest();
  const each = (residentKiB() - before) / CONNECTED;
  say('memory', `${each.toFixed(1)} KiB for each visitor who only looks`);
  load.stdin?.write('talk\n');
  const { value } = await lines.next();
  const result = JSON.parse(value ?? '{}') as ChatLoadResult;
  say(
    'messages',
    `${result.messages} (${(result.messages / SECONDS).toFixed(0)}/s), ${result.unanswered} lost`,
  );
  say('in to out', `p50 ${result.p50Ms} ms, p99 ${result.p99Ms} ms, most ${result.maxMs} ms`);
} finally {
  await stop(server);
  rmSync(dataDir, { recursive: true, force: true });
}

function say(name: string, value: string): void {
  process.stdout.write(`${name.padEnd(12)}${value}\n`);
}

/** Time for garbage to go. */
function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 8_000));
}

/** Of the server's own process; the engine's is another. */
function residentKiB(): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1] ?? 0);
}

async function counterWithChat(): Promise<number> {
  const headers = { authorization: `OAuth ${TOKEN}`, 'content-type': 'application/json' };
  const created = await fetch(`${base}/management/v1/counters`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ counter: { id: 100_001, name: 'bench', site2: { site: 'shop.example' } } }),
  });
  const { counter } = (await created.json()) as { counter: { id: number } };
  await fetch(`${base}/api/v1/counters/${counter.id}/chat/settings`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ settings: { enabled: true } }),
  });
  return counter.id;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 120_000;
  while (performance.now() < deadline) {
    if (await condition().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('gave up waiting after two minutes');
}
