/**
 * What the chat carries: visitors connected to one process on two cores, some of them talking. Message in to
 * message out, and memory for each visitor who only looks. `npm run bench chat`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ChatLoadResult } from './chat-load.ts';
import { startBenchServer, TOKEN } from './chat-server.ts';
import { run } from './machine.ts';

const CONNECTED = Number(process.env['BENCH_VISITORS'] ?? 5_000);
const TALKING = 100;
const OPERATORS = 5;
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 20);

await using server = await startBenchServer('0-1');
await rest();
const before = residentKiB();
const startedAt = performance.now();
const load = run(
  '2-3',
  join(import.meta.dirname, 'chat-load.ts'),
  [server.port, server.counter, TOKEN, CONNECTED, TALKING, OPERATORS, SECONDS].map(String),
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
