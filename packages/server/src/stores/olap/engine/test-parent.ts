/** For tests: a server reduced to its engine; says the engine's process number when it answers. */
import { startEngineProcess } from './engine-process.ts';

const engine = startEngineProcess({ dataDir: process.argv[2] ?? '', memoryBytes: 1024 ** 3 });
await engine.ready();
process.send?.(engine.pid());
