/** Opens processing in a worker thread of its own, and says so where that ends by itself. */
import { Worker } from 'node:worker_threads';
import { processRemotely, remoteThread, type OpenProcessing } from '../../collect/processing/index.ts';
import type { ClickHouseTarget } from '../../stores/olap/index.ts';
import type { WatchedThread } from '../watchdog/index.ts';
import type { ThreadData } from './run-thread.ts';

export interface ProcessingThreadDeps {
  readonly target: ClickHouseTarget;
  /** @throws OlapUnavailable while the store is closed to everyone */
  storeReady(): Promise<void>;
  readonly maxOpenVisitors: number;
  readonly maxRecentHits: number;
  /** Null where no watchdog runs. */
  readonly watched: WatchedThread | null;
  /** Another program for it, for tests. */
  readonly program?: URL;
}

const PROGRAM = new URL('./thread.ts', import.meta.url);
/** With what comes before it, it fits into the time that the end of the server may take. */
const STOP_MS = 5_000;

export function processInThread(deps: ProcessingThreadDeps): OpenProcessing {
  return (settings, host) => {
    const { watched, target, maxOpenVisitors, maxRecentHits, program = PROGRAM } = deps;
    const workerData: ThreadData = { watched, target, maxOpenVisitors, maxRecentHits };
    const worker = new Worker(program, { name: 'processing', workerData });
    return processRemotely(remoteThread(worker, STOP_MS), settings, {
      ...host,
      storeReady: () => deps.storeReady(),
    });
  };
}
