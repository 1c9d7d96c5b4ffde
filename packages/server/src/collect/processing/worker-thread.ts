/** A worker thread as the line to processing, which says so where the thread ends by itself. */
import type { Worker } from 'node:worker_threads';
import type { RemoteThread } from './remote.ts';

export function remoteThread(worker: Worker, stopMs: number): RemoteThread {
  const crashed = new Promise<Error>((resolve) => {
    worker.once('error', resolve);
    worker.once('exit', (code) => resolve(new Error(`the processing thread has ended with code ${code}`)));
  });
  return { end: worker, crashed, stopMs, terminate: async () => void (await worker.terminate()) };
}
