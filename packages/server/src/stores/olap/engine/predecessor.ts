/** Sees to it that an engine left over from an earlier run does not hold the data folder. */
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { findProcess, type ProcessIdentity } from './identity.ts';

/** An engine whose parent is gone ends by itself well within this. */
const PATIENCE_MS = 6_000;
const LOOK_EVERY_MS = 50;

/** Another running server uses the data folder. */
export class FolderInUse extends Error {}

function readIdentity(pidFile: string): ProcessIdentity | null {
  try {
    const value = JSON.parse(readFileSync(pidFile, 'utf8')) as Partial<ProcessIdentity>;
    const { pid, startedAt } = value;
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : null;
  } catch {
    return null;
  }
}

/** @throws FolderInUse if the engine's own parent is still there */
export async function outlivePredecessor(pidFile: string): Promise<void> {
  const identity = readIdentity(pidFile);
  if (!identity) return;
  const until = Date.now() + PATIENCE_MS;
  for (let found = findProcess(identity); found; found = findProcess(identity)) {
    if (Date.now() > until) {
      if (found.parent > 1 && found.parent !== process.pid) {
        throw new FolderInUse(`another Goalpost (process ${found.parent}) uses this data folder`);
      }
      process.kill(identity.pid, 'SIGKILL');
    }
    await pause(LOOK_EVERY_MS);
  }
}
