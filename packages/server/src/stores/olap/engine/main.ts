/**
 * The engine's process: started by `engine-process.ts`, owns the data folder, answers on a unix socket, and
 * ends with its parent. chDB cannot live in the web process or in a worker thread.
 */
import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { clearSync } from '../../../kit/files/plain-file.ts';
import { endNow, startEndGuard } from './end.ts';
import type { EngineOptions } from './engine-options.ts';
import type { Executor } from './executor.ts';
import { createEngineServer } from './http-server.ts';
import { endUnloadable, LOADED } from './unloadable.ts';

const LOCK_WAIT_MS = 20_000;
const LOCK_RETRY_MS = 50;
/** Data survives a kill, so an engine that cannot stop in time does not try harder. */
const STOP_WITHIN_MS = 5_000;

const options = JSON.parse(process.argv[2] ?? '') as EngineOptions;

/** A killed engine may hold the folder for a moment longer than it can be seen. */
async function open({ createExecutor }: typeof import('./executor.ts')): Promise<Executor> {
  const until = performance.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      return await createExecutor(options.folder, options.limits);
    } catch (error) {
      if (performance.now() > until || !/lock/i.test(String(error))) throw error;
      await pause(LOCK_RETRY_MS);
    }
  }
}

const endAsOrphan = (): never => endNow();

process.on('uncaughtException', (error) => endNow(error.stack ?? error.message));
process.on('SIGINT', () => {});
process.once('disconnect', endAsOrphan);
if (!process.connected) endAsOrphan();
const guard = startEndGuard(options.server.pid, STOP_WITHIN_MS);
// The socket and all files are this user's alone, from the first moment.
process.umask(0o077);
os.setPriority(options.niceness);
// Loaded this late, so that a library that is broken on this machine is told from a fault of the engine.
const engine = await import('./executor.ts').catch(endUnloadable);
process.send?.(LOADED);
const executor = await open(engine);
const server = createEngineServer(executor);
clearSync(options.socketPath);
server.listen(options.socketPath, () => process.send?.('ready'));

let stopping = false;
async function stop(why: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  guard.begin();
  server.close();
  await executor.close();
  // Its pid file and socket are left to the server that sees that this process is gone.
  endNow(why);
}

process.off('disconnect', endAsOrphan);
if (!process.connected) endAsOrphan();
process.once('disconnect', () => void stop('its server is gone'));
process.once('SIGTERM', () => void stop('asked to end by SIGTERM'));
