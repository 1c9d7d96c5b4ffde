/** Has a report drawn in a thread, so that hits and reports do not wait for it. */
import { Worker } from 'node:worker_threads';
import type { DrawnForm, DrawnReport } from './drawn-report.ts';
import { pictureOf } from './picture.ts';
import type { DrawingData } from './thread.ts';

export { chartSvg } from './chart-svg.ts';
export type { DrawnReport } from './drawn-report.ts';

/** Of a thread; one that needs more ends, and the server goes on. */
const MEMORY_MB = 512;

/** @throws when it cannot be drawn, or `signal` ends */
export async function draw(form: DrawnForm, report: DrawnReport, signal: AbortSignal): Promise<Buffer> {
  signal.throwIfAborted();
  const workerData: DrawingData = form === 'pdf' ? { form, report } : { form, svg: pictureOf(report) };
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    name: 'drawing',
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const drawn = Promise.withResolvers<Buffer>();
  const stop = (): void => drawn.reject(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  worker.once('message', (bytes: Uint8Array) => drawn.resolve(Buffer.from(bytes)));
  worker.once('error', (error) => drawn.reject(error));
  worker.once('exit', (code) => drawn.reject(new Error(`The drawing thread ended with code ${code}.`)));
  try {
    return await drawn.promise;
  } finally {
    signal.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
