/** Watches threads from a thread of its own, and ends the process at an endless loop. */
import { Worker } from 'node:worker_threads';
import type { Label, Watched } from '../../kit/watched.ts';
import type { Logger } from '../log.ts';
import { createBoard, writeOn } from './board.ts';
import type { ToWatchdog, WatchdogSettings } from './thread.ts';
import { threadNumber } from './thread-cpu.ts';
import type { WatchedThread } from './watched-thread.ts';

export interface Watchdog {
  /** What the calling thread, the main one, says of its work from now on. */
  readonly main: Watched;
  /**
   * For a worker thread, to be handed to it: see `watchedBy`. It is watched from its first beat.
   * @param work texts of what it will say that it is at, beside records
   */
  thread(name: string, work: readonly string[]): WatchedThread;
  close(): Promise<void>;
}

export interface WatchdogDeps {
  readonly dataDir: string;
  readonly log: Logger;
  readonly limitMs?: number;
}

export type OpenWatchdog = (deps: WatchdogDeps) => Watchdog;

/** CPU time of its own that a thread may use without its event loop turning once. */
const LIMIT_MS = 10_000;
/** Beats and looks in this time; far more often than the limit needs. */
const LOOKS = 20;
/** Routes, frames and the like: all of them together are a few hundred. */
const MOST_LABELS = 2_000;

export const openWatchdog: OpenWatchdog = ({ dataDir, log, limitMs = LIMIT_MS }) => {
  const lookEveryMs = Math.max(10, limitMs / LOOKS);
  const terminal = process.stderr.isTTY;
  const settings: WatchdogSettings = { dataDir, limitMs, lookEveryMs, terminal };
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    name: 'watchdog',
    workerData: settings,
    resourceLimits: { maxOldGenerationSizeMb: 64 },
  });
  worker.unref();
  worker.on('error', (error) =>
    log.error({ error: String(error) }, 'The watchdog has ended: a loop would not be noticed any more.'),
  );
  const say = (message: ToWatchdog) => worker.postMessage(message);

  const labels = new Map<string, Label>();
  function label(text: string): Label {
    const known = labels.get(text) ?? (labels.size < MOST_LABELS ? labels.size + 1 : MOST_LABELS);
    if (!labels.has(text) && labels.size < MOST_LABELS) {
      labels.set(text, known);
      say({ label: known, text });
    }
    return known;
  }

  const board = createBoard();
  const writer = writeOn(board);
  writer.introduce(threadNumber());
  writer.beat();
  const beating = setInterval(writer.beat, lookEveryMs).unref();
  say({ watch: 'main', board, main: true });

  return {
    main: { ...writer, label },
    thread(name, work) {
      const its = createBoard();
      say({ watch: name, board: its, main: false });
      return { board: its, beatEveryMs: lookEveryMs, labels: work.map((text) => [text, label(text)]) };
    },
    async close() {
      clearInterval(beating);
      await worker.terminate();
    },
  };
};
