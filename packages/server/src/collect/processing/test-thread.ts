/** The program of a processing thread in tests. */
import { parentPort } from 'node:worker_threads';
import { processHere } from './here.ts';
import { serveProcessing } from './serve.ts';
import { testParts } from './test-processing.ts';

if (parentPort === null) throw new Error('this runs in a worker thread only');
serveProcessing(
  parentPort,
  (settings, host, changed) => processHere(settings, host, testParts(settings.dir, changed)),
  () => Promise.resolve(),
);
