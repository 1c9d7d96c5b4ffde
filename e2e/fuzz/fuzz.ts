/**
 * Broken input against a real server. Nothing may be answered 500, or 503 without a named reason; the server may
 * not end, not stall, and not keep what it took in memory.
 */
import fc from 'fast-check';
import { setTimeout as pause } from 'node:timers/promises';
import { ask } from './ask.ts';
import { prepare } from './prepare.ts';
import { startFuzzedServer, type FuzzedServer } from './server.ts';
import type { Outcome, Target, World } from './target.ts';

export interface FuzzOptions {
  readonly targets: readonly Target[];
  readonly seed: number;
  /** Inputs of all targets together. */
  readonly count: number;
  /** By `performance.now()`. */
  readonly until: number;
  say(line: string): void;
}

export interface FuzzFault {
  readonly target: string;
  /** Of its batch: as `--seed` with `--only`, it gives the same inputs first. */
  readonly seed: number;
  readonly what: string;
  readonly input: string;
}

export interface FuzzResult {
  readonly inputs: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly faults: readonly FuzzFault[];
}

const TOKEN = 'fuzz-token-of-at-least-32-characters';
/** Inputs of one target that are under way at once, unless it says another number. */
const BATCH = 50;
/** CPU time that the server's main thread may take for one batch. */
const MOST_CPU_MS = 5_000;
/**
 * Turns of the server's event loop, seen by `/healthz`, in which an answer must have come. They take longer than a
 * report may: on a busy machine the engine, another process, gets little time while the event loop turns.
 */
const MOST_TURNS = 900;
const TURN_MS = 100;
/** Bytes that may be in use more than before: caches are bounded, and this is more than all of them. */
const MOST_GROWTH = 96 * 1024 * 1024;
const MOST_FAULTS = 20;

export async function fuzz(options: FuzzOptions): Promise<FuzzResult> {
  const { targets, seed, count, until, say } = options;
  const server = await startFuzzedServer(TOKEN);
  const faults: FuzzFault[] = [];
  const statuses: Record<string, number> = {};
  let inputs = 0;
  try {
    const world = await prepare(server.url, TOKEN);
    let heapBefore = 0;
    for (let round = 0; inputs < count && performance.now() < until && faults.length < MOST_FAULTS; round++) {
      // Each round of a target has a seed of its own, which begins a run that is asked for it.
      const own = seed + round;
      for (const target of targets) {
        const { outcomes, said, fault } = await runBatch(target, own, world, server);
        inputs += outcomes.length;
        for (const { status } of outcomes) statuses[status] = (statuses[status] ?? 0) + 1;
        faults.push(...said.map((one) => ({ target: target.name, seed: own, ...one })));
        if (fault !== null) faults.push({ target: target.name, seed: own, what: fault, input: '' });
        if (server.end() !== null || fault !== null) return { inputs, statuses, faults };
      }
      if (round === 4) heapBefore = await server.heap();
      if (round % 50 === 49) say(`${inputs} inputs, heap ${Math.round((await server.heap()) / 1e6)} MB`);
    }
    const grown = heapBefore === 0 ? 0 : (await settledHeap(server)) - heapBefore;
    if (grown > MOST_GROWTH)
      faults.push({
        target: 'all',
        seed,
        what: `${Math.round(grown / 1e6)} MB did not come back`,
        input: '',
      });
    return { inputs, statuses, faults };
  } finally {
    await server.close();
  }
}

interface BatchResult {
  readonly outcomes: readonly Outcome[];
  readonly said: readonly { readonly what: string; readonly input: string }[];
  /** Ends the run. */
  readonly fault: string | null;
}

async function runBatch(
  target: Target,
  seed: number,
  world: World,
  server: FuzzedServer,
): Promise<BatchResult> {
  const sendings = fc.sample(target.inputs(world), { seed, numRuns: target.batch ?? BATCH });
  const before = server.cpuMs();
  const answered = new Set<number>();
  const sent = sendings.map(async ({ send }, place) => {
    const outcome = await send();
    answered.add(place);
    return outcome;
  });
  const all = Promise.all(sent);
  const late = await lateness(all, world, server);
  const waiting = sendings.flatMap(({ said }, place) => (answered.has(place) ? [] : [said]));
  if (server.end() !== null)
    return {
      outcomes: [],
      said: waiting.map((input) => ({ what: 'was under way at the end', input })),
      fault: `the server ended with ${server.end()}: ${server.newErrors().slice(-3).join(' ')}`,
    };
  if (late !== null)
    return { outcomes: [], said: waiting.map((input) => ({ what: 'is not answered', input })), fault: late };
  const outcomes = await all;
  const used = (server.cpuMs() ?? 0) - (before ?? 0);
  const said = outcomes.flatMap((outcome, place) => {
    const what = wrong(outcome);
    return what === null ? [] : [{ what, input: sendings[place]?.said ?? '' }];
  });
  const bugs = server
    .newErrors()
    .filter((line) =>
      /request failed|frame failed|door failed|cannot be processed|Processing failed/.test(line),
    );
  return {
    outcomes,
    said: [...said, ...bugs.map((line) => ({ what: 'the log tells of a bug', input: line.slice(0, 1_500) }))],
    fault: used > MOST_CPU_MS ? `a batch took ${Math.round(used)} ms of CPU time` : null,
  };
}

/** Waits for all answers; says why not where the event loop stalls, or turns and leaves some unanswered. */
async function lateness(all: Promise<unknown>, world: World, server: FuzzedServer): Promise<string | null> {
  let done = false;
  void all.then(() => (done = true));
  for (let turns = 0; !done; turns++) {
    const begun = server.cpuMs();
    let turned = false;
    const health = ask(world, { method: 'GET', path: '/healthz' }).then(() => (turned = true));
    while (!turned && server.end() === null) {
      if ((server.cpuMs() ?? 0) - (begun ?? 0) > MOST_CPU_MS) return 'the event loop stalls';
      await Promise.race([health, pause(TURN_MS)]);
    }
    if (server.end() !== null) return null;
    if (turns >= MOST_TURNS) return 'some are never answered';
    await Promise.race([all, pause(TURN_MS)]);
  }
  return null;
}

/** Reasons that an answer of 503 may have, in a hit's verdict or in the API's error. */
const NAMED = /reason=unavailable|"reason":"\w+"|not available|does not answer now|cannot be written|disk/;

function wrong({ status, verdict, body, wrong: own = null }: Outcome): string | null {
  if (own !== null) return own;
  if (status === 503 && !NAMED.test(`${verdict} ${body}`))
    return `503 without a reason: ${body.slice(0, 300)}`;
  return status >= 500 && status !== 503 && status !== 504 && status !== 501 && status !== 505
    ? `answered ${status}: ${body.slice(0, 300)}`
    : null;
}

/** What is on its way into the store is memory, too: the lowest of a few looks. */
async function settledHeap(server: FuzzedServer): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let look = 0; look < 8; look++) {
    least = Math.min(least, await server.heap());
    await pause(1_000);
  }
  return least;
}
