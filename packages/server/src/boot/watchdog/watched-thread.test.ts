import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { createBoard, readFrom } from './board.ts';
import { cpuClockOf } from './thread-cpu.ts';

/** A thread that beats, waits until it is told, and loops then. */
const THREAD = `
  import { parentPort, workerData } from 'node:worker_threads';
  const { watchedBy } = await import(workerData.module);
  const watched = watchedBy(workerData.thread);
  parentPort.once('message', () => { watched.enterRecord(7, 5); for (;;); });
  parentPort.postMessage('ready');
`;

it('[W18] several threads are watched, each by its own CPU time', async () => {
  const module = new URL('./watched-thread.ts', import.meta.url).href;
  const boards = [createBoard(), createBoard()];
  const threads = await Promise.all(
    boards.map(async (board) => {
      const thread = { board, beatEveryMs: 20, labels: [] };
      const source = new URL(`data:text/javascript,${encodeURIComponent(THREAD)}`);
      const worker = new Worker(source, { workerData: { module, thread }, execArgv: ['--no-warnings'] });
      await new Promise((resolve) => worker.once('message', resolve));
      return { worker, reader: readFrom(board), clock: cpuClockOf(readFrom(board).thread()) };
    }),
  );
  const [looping, idle] = threads as [(typeof threads)[0], (typeof threads)[0]];
  const idleBefore = idle.clock.now();
  looping.worker.postMessage('loop');
  while (looping.reader.underWay(String).kind !== 'record') await turn();
  const beats = looping.reader.beats();
  const before = looping.clock.now();
  while (looping.clock.now() - before < 300) await turn();
  expect(looping.reader.beats()).toBe(beats);
  expect(looping.reader.underWay(String)).toEqual({ kind: 'record', segment: 7, place: 5 });
  expect(idle.reader.beats()).toBeGreaterThan(1);
  // Where the system tells only of the whole process, the limit is taken three times.
  if (idle.clock.slack === 1) expect(idle.clock.now() - idleBefore).toBeLessThan(250);
  await Promise.all(threads.map(({ worker }) => worker.terminate()));
});

const turn = () => new Promise((resolve) => setTimeout(resolve, 10));
