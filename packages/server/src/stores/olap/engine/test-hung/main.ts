/**
 * For tests: an engine that holds its folder and hangs in its own exit. It is named and started as the
 * real one, so that it is known by its arguments.
 */
import { Session } from 'chdb';
import type { EngineOptions } from '../engine-options.ts';

const options = JSON.parse(process.argv[2] ?? '') as EngineOptions;
const session = new Session(options.folder);
await session.queryAsync('SELECT 1');
process.send?.('holds', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
