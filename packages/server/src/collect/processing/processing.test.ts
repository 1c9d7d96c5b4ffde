import { rm } from 'node:fs/promises';
import { MessageChannel, type ResourceLimits, Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeDisk } from '../journal/file-system.ts';
import { JOURNAL_LIMITS, openJournal } from '../journal/journal.ts';
import { Stopped } from '../../kit/retry.ts';
import { COUNTER, silent, testFolder } from '../test-collection.ts';
import { processHere } from './here.ts';
import type { ProcessingHost } from './port.ts';
import { processingContract } from './processing.contract.ts';
import { processRemotely } from './remote.ts';
import { serveProcessing } from './serve.ts';
import { testParts } from './test-processing.ts';
import { remoteThread } from './worker-thread.ts';

const storeReady = () => Promise.resolve();
const openWorker = (stopMs: number, resourceLimits: ResourceLimits = {}) => {
  const program = new URL('./test-thread.ts', import.meta.url);
  return remoteThread(new Worker(program, { execArgv: ['--no-warnings'], resourceLimits }), stopMs);
};
const LONG_MS = 120_000;

processingContract('in the calling thread', (settings, host) =>
  processHere(settings, host, testParts(settings.dir)),
);

processingContract('by messages', (settings, host) => {
  const { port1, port2 } = new MessageChannel();
  serveProcessing(
    port2,
    (asked, its, changed) => processHere(asked, its, testParts(asked.dir, changed)),
    () => Promise.resolve(),
  );
  const crashed = new Promise<Error>(() => undefined);
  const terminate = () => Promise.resolve(port1.close());
  return processRemotely({ end: port1, crashed, terminate, stopMs: LONG_MS }, settings, {
    ...host,
    storeReady,
  });
});

processingContract('in a worker thread', (settings, host) =>
  processRemotely(openWorker(LONG_MS), settings, { ...host, storeReady }),
);

it('what is logged, the state says already', async () => {
  const { port1, port2 } = new MessageChannel();
  const NONE = { segments: 0, missing: 0, bytes: 0, hits: 0, settings: 0, cutOffBytes: 0 };
  const state = {
    unreadable: null,
    storing: true,
    damage: NONE,
    damagedFiles: 0,
    backlogBytes: 0,
    backlogSegments: 0,
  };
  serveProcessing(
    port2,
    (_settings, { log }) =>
      Promise.resolve({
        start: { firstNumber: 1, previous: { after: 0, records: 0, settings: 0 }, waiting: [], changed: [] },
        run() {
          state.damage = { ...NONE, segments: 1 };
          log.error({}, 'A journal segment is damaged.');
        },
        enqueue() {},
        settled: () => Promise.resolve(),
        state: () => state,
        stop: () => Promise.resolve(),
        failed: new Promise<Error>(() => undefined),
      }),
    () => Promise.resolve(),
  );
  const logged = Promise.withResolvers<number>();
  const processing = await processRemotely(
    {
      end: port1,
      crashed: new Promise<Error>(() => undefined),
      terminate: () => Promise.resolve(port1.close()),
      stopMs: LONG_MS,
    },
    { dir: '', segmentsKnown: 0, schedule: { everyMs: 0, everyBytes: 1 } },
    {
      log: { ...silent, error: () => logged.resolve(processing.state().damage.segments) },
      nextSegment: () => Promise.resolve(1),
      settings: () => [],
      makeGoal: () => Promise.resolve(null),
      stored() {},
      setAside() {},
      storeReady,
    },
  );
  processing.run();
  expect(await logged.promise).toBe(1);
  await processing.stop();
});

describe('the thread of processing', () => {
  let dir: string;
  const said: string[] = [];
  beforeEach(async () => {
    dir = await testFolder();
    said.length = 0;
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  async function startWith(
    query: string,
    thread: ReturnType<typeof openWorker>,
    makeGoal: ProcessingHost['makeGoal'] = () => Promise.resolve(null),
  ) {
    const log = { ...silent, warn: (_: object, message: string) => void said.push(message) };
    const settings = { dir, segmentsKnown: 0, schedule: { everyMs: 0, everyBytes: 1 } };
    const processing = await processRemotely(thread, settings, {
      log,
      nextSegment: () => journal.nextNumber(),
      settings: () => [],
      makeGoal,
      stored() {},
      setAside() {},
      storeReady,
    });
    const { firstNumber, previous } = processing.start;
    const journal = await openJournal({
      dir,
      disk: nodeDisk,
      firstNumber,
      previous,
      limits: JOURNAL_LIMITS,
      log: silent,
      onClosed: processing.enqueue,
    });
    processing.run();
    await journal.append({ k: 'h', c: COUNTER, t: 1, q: query, a: '', v: '1' });
    const settled = processing.settled(await journal.roll());
    settled.catch(() => undefined);
    return { processing, journal, settled };
  }

  it.each([
    ['end=throw', 'a fault that nobody catches'],
    ['end=exit', 'ended with code 3'],
    ['end=memory', 'memory limit'],
  ])('[V30] says so where it ends by itself: %s', async (query, why) => {
    const limits = query === 'end=memory' ? { maxOldGenerationSizeMb: 160 } : {};
    const { processing, journal, settled } = await startWith(query, openWorker(LONG_MS, limits));
    expect((await processing.failed).message).toContain(why);
    await expect(settled).rejects.toThrow(Stopped);
    await journal.close();
    await processing.stop();
  });

  it('[V30] is cut off where it does not end, and says so', async () => {
    const asked = Promise.withResolvers<void>();
    const { processing, journal } = await startWith('goal=never', openWorker(100), () => {
      asked.resolve();
      return new Promise(() => undefined);
    });
    await asked.promise;
    await journal.close();
    await processing.stop();
    expect(said).toEqual([expect.stringContaining('does not end and is cut off')]);
  });
});
