/**
 * The engine's process: started by `engine-process.ts`, owns the data folder, answers on a unix socket, and
 * ends with its parent. chDB cannot live in the web process or in a worker thread.
 */
import { rmSync } from 'node:fs';
import os from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { EngineOptions } from './engine-options.ts';
import { createExecutor, type Executor } from './executor.ts';
import { createEngineServer } from './http-server.ts';
import { writeOwners } from './predecessor.ts';

const LOCK_WAIT_MS = 20_000;
const LOCK_RETRY_MS = 50;
/** Data survives a kill, so an engine that cannot stop in time does not try harder. */
const STOP_WITHIN_MS = 5_000;

const options = JSON.parse(process.argv[2] ?? '') as EngineOptions;

/** A previous engine may hold the folder for a moment longer. */
async function open(): Promise<Executor> {
  const until = Date.now() + LOCK_WAIT_MS;
  for (;;) {
    try {
      return await createExecutor(options.folder, options.limits);
    } catch (error) {
      if (Date.now() > until || !/lock/i.test(String(error))) throw error;
      await pause(LOCK_RETRY_MS);
    }
  }
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

process.once('disconnect', die);
// The socket and all files are this user's alone, from the first moment.
process.umask(0o077);
os.setPriority(options.niceness);
const executor = await open();
writeOwners(options.pidFile);
const server = createEngineServer(executor);
rmSync(options.socketPath, { force: true });
server.listen(options.socketPath, () => process.send?.('ready'));

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(die, STOP_WITHIN_MS).unref();
  server.close();
  await executor.close();
  rmSync(options.socketPath, { force: true });
  rmSync(options.pidFile, { force: true });
  process.exit(0);
}

process.off('disconnect', die);
if (!process.connected) die();
process.once('disconnect', () => void stop());
process.once('SIGTERM', () => void stop());
process.on('SIGINT', () => {});
