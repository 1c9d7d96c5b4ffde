/** The file that names the engine of a data folder; it stays until that process is gone for certain. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { identify, isIdentity, type ProcessIdentity } from './identity.ts';

/** An engine, and the server it runs for. */
export interface EngineOwners {
  readonly engine: ProcessIdentity;
  readonly server: ProcessIdentity;
}

export const pidFileOf = (dataDir: string): string => path.join(dataDir, 'olap.pid');

/** The server writes it as soon as it has started an engine, before that could take the folder. */
export function writePidFile(pidFile: string, enginePid: number, server: ProcessIdentity): void {
  const engine = identify(enginePid);
  if (engine === null) return;
  try {
    // A kill at any moment leaves the old file or the new one, whole.
    writeFileSync(`${pidFile}.new`, JSON.stringify({ engine, server }), { mode: 0o600 });
    renameSync(`${pidFile}.new`, pidFile);
  } catch {
    // A full disk: the folder's lock still leads to the engine.
  }
}

/** Null where there is no such file, or nothing in it that we wrote. */
export function readPidFile(pidFile: string): EngineOwners | null {
  try {
    const { engine, server } = JSON.parse(readFileSync(pidFile, 'utf8')) as Record<
      keyof EngineOwners,
      unknown
    >;
    return isIdentity(engine) && isIdentity(server) ? { engine, server } : null;
  } catch {
    return null;
  }
}

/** Only once no engine of the folder runs any more. */
export function clearAfterEngine(pidFile: string, socketPath: string): void {
  for (const left of [socketPath, pidFile, `${pidFile}.new`]) {
    try {
      rmSync(left, { force: true });
    } catch {
      // What stays names a process that is gone: harmless.
    }
  }
}
