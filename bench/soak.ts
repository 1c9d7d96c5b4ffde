/**
 * A server under a little of everything for hours. Hits, broken ones, conversations, consoles, reports, goals that come
 * and go, erasures. Its verdict: memory and descriptors that stay flat. `SOAK_HOURS=4 npm run soak`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { newVisitorId, sendHit } from '../e2e/path/wire.ts';
import { attend, newKey, visit } from '../packages/server/test/chat-client.ts';
import { startBenchServer, TOKEN } from './chat-server.ts';
import { ALL_CORES, residentMiB } from './machine.ts';
import { verdictOf, type Sample } from './soak-verdict.ts';

const HOURS = Number(process.env['SOAK_HOURS'] ?? 4);
if (!(HOURS > 0)) throw new Error('SOAK_HOURS is not a number of hours above 0.');
const HITS_A_SECOND = Number(process.env['SOAK_HITS'] ?? 20);
const SAMPLE_MS = Math.max(5_000, (HOURS * 3_600_000) / 240);
const BOUNDS = {
  'server MiB': { share: 0.08, more: 24 },
  'engine MiB': { share: 0.1, more: 96 },
  descriptors: { share: 0, more: 12 },
  'engine descriptors': { share: 0.1, more: 48 },
  threads: { share: 0, more: 4 },
};

await using server = await startBenchServer(ALL_CORES);
const { base, counter, pid } = server;
const endsAt = performance.now() + HOURS * 3_600_000;
const goesOn = (): boolean => performance.now() < endsAt;
const done: Record<string, number> = {};
const failed: Record<string, string> = {};

async function every(ms: number, name: string, act: () => Promise<unknown>): Promise<void> {
  while (goesOn()) {
    const next = performance.now() + ms;
    try {
      await act();
      done[name] = (done[name] ?? 0) + 1;
    } catch (error) {
      failed[name] = String(error);
    }
    await pause(Math.max(0, next - performance.now()));
  }
}

const headers = { authorization: `OAuth ${TOKEN}`, 'content-type': 'application/json' };
async function call(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const answer = await fetch(base + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const read = (await answer.json()) as Record<string, unknown>;
  if (!answer.ok && answer.status !== 404) throw new Error(`${method} ${path}: ${JSON.stringify(read)}`);
  return read;
}

const visitors: string[] = [];
async function hit(): Promise<void> {
  if (visitors.length < 2_000 || Math.random() < 0.2) visitors.push(newVisitorId());
  if (visitors.length > 5_000) visitors.splice(0, 1_000);
  const visitor = visitors[Math.floor(Math.random() * visitors.length)] ?? newVisitorId();
  await sendHit(base, {
    counter,
    visitor,
    pageUrl: `https://shop.example/p/${Math.floor(Math.random() * 500)}`,
  });
}

async function conversation(): Promise<void> {
  const { tab } = await visit(base, counter, { visitor: newVisitorId(), url: 'https://shop.example/talk' });
  tab.send({ type: 'message', key: newKey(), text: 'How much is it?', fileId: null });
  await tab.next('stored');
  await tab.close();
}

async function attendConsole(): Promise<void> {
  const { console: desk } = await attend(base, TOKEN);
  desk.send({ type: 'status', online: true });
  await pause(5_000);
  await desk.close();
}

const report = (dimensions: string) => () =>
  call(
    'GET',
    `/stat/v1/data?ids=${counter}&metrics=ym:s:visits,ym:s:users&dimensions=${dimensions}&date1=yesterday&date2=today`,
  );

async function goal(): Promise<void> {
  const goals = `/management/v1/counter/${counter}/goals`;
  const conditions = [{ type: 'contain', url: '/p/1' }];
  const { goal: made } = await call('POST', goals, { goal: { name: 'Soaked', type: 'url', conditions } });
  await call('DELETE', `/management/v1/counter/${counter}/goal/${(made as { id: number }).id}`);
}

const erase = () =>
  call('POST', `/api/v1/counters/${counter}/people/erasures`, { by: 'visitor', value: visitors[0] ?? '1' });
const broken = () =>
  fetch(`${base}/watch/${counter}?page-url=%E0%A4%A&browser-info=${'x:'.repeat(200)}`, {
    method: 'POST',
    body: '%%%',
  });

const samples: Sample[] = [];
async function sample(): Promise<void> {
  const engine = childrenOf(pid);
  const engineMiB = engine.reduce((sum, child) => sum + residentMiB(child), 0);
  samples.push({
    at: Math.round(performance.now() / 1_000),
    values: {
      'server MiB': residentMiB(pid) - engineMiB,
      'engine MiB': engineMiB,
      descriptors: countIn(`/proc/${pid}/fd`),
      'engine descriptors': engine.reduce((sum, child) => sum + countIn(`/proc/${child}/fd`), 0),
      threads: countIn(`/proc/${pid}/task`),
    },
  });
}

await Promise.all([
  every(1_000 / HITS_A_SECOND, 'hits', hit),
  every(2_000, 'conversations', conversation),
  every(20_000, 'consoles', attendConsole),
  every(5_000, 'reports by source', report('ym:s:lastsignTrafficSource')),
  every(7_000, 'reports by page', report('ym:s:startURL')),
  every(60_000, 'goals', goal),
  every(60_000, 'erasures', erase),
  every(500, 'broken hits', broken),
  every(SAMPLE_MS, 'samples', sample),
]);

const say = (text: string): void => void process.stdout.write(`${text}\n`);
say(
  `${HOURS} hours: ${Object.entries(done)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')}`,
);
for (const [name, error] of Object.entries(failed)) say(`${name} failed, the last time by: ${error}`);
const verdicts = verdictOf(samples, BOUNDS);
for (const { name, middle, last, isFlat } of verdicts)
  say(
    `${name.padEnd(20)}${middle.toFixed(0).padStart(6)} -> ${last.toFixed(0).padStart(6)}  ${isFlat ? 'flat' : 'GROWS'}`,
  );
process.exitCode = verdicts.every(({ isFlat }) => isFlat) && Object.keys(failed).length === 0 ? 0 : 1;

function childrenOf(parent: number): number[] {
  return namesIn(`/proc/${parent}/task`)
    .flatMap((thread) => textOf(`/proc/${parent}/task/${thread}/children`).split(' '))
    .filter((word) => word !== '')
    .map(Number);
}

function countIn(folder: string): number {
  return namesIn(folder).length;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return '';
  }
}
