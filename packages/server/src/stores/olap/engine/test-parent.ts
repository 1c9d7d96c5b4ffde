/**
 * For tests: a server reduced to its engine. It says the engine's process number when it answers, or, with
 * `early`, as soon as there is one.
 */
import { startEngineProcess } from './engine-process.ts';

const [, , dataDir = '', when] = process.argv;
const engine = startEngineProcess({ dataDir, memoryBytes: 1024 ** 3 });
if (when === 'early') while (engine.pid() === undefined) await new Promise((next) => setImmediate(next));
else await engine.ready();
process.send?.(engine.pid());
