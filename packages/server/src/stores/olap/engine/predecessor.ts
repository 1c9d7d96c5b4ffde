/** Sees to it that an engine left over from an earlier run does not hold the data folder. */
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { identify, isRunning, type ProcessIdentity } from './identity.ts';

const LOOK_EVERY_MS = 50;

/** Another running server uses the data folder. */
export class FolderInUse extends Error {}

/** What the pid file says: an engine, and the server it runs for. */
interface Owners {
  readonly engine: ProcessIdentity;
  readonly server: ProcessIdentity;
}

/** Called by the engine itself. */
export function writeOwners(pidFile: string): void {
  writeFileSync(pidFile, JSON.stringify({ engine: identify(process.pid), server: identify(process.ppid) }));
}

function isIdentity(value: unknown): value is ProcessIdentity {
  return typeof value === 'object' && value !== null && 'pid' in value && 'startedAt' in value;
}

/** Null where there is no such file, or its writing was cut off. */
function readOwners(pidFile: string): Owners | null {
  try {
    const { engine, server } = JSON.parse(readFileSync(pidFile, 'utf8')) as Record<keyof Owners, unknown>;
    return isIdentity(engine) && isIdentity(server) ? { engine, server } : null;
  } catch {
    return null;
  }
}

/**
 * An engine whose server is gone ends by itself; one that has not within `patience` is killed.
 * @param patience milliseconds
 * @throws FolderInUse if its server is still there
 */
export async function outlivePredecessor(pidFile: string, patience: number): Promise<void> {
  const owners = readOwners(pidFile);
  const until = Date.now() + patience;
  while (owners && isRunning(owners.engine)) {
    if (Date.now() > until) {
      const { server, engine } = owners;
      if (server.pid !== process.pid && isRunning(server)) {
        throw new FolderInUse(`another Goalpost (process ${server.pid}) uses this data folder`);
      }
      process.kill(engine.pid, 'SIGKILL');
    }
    await pause(LOOK_EVERY_MS);
  }
}
