/** Sees to it that an engine left over from an earlier run does not hold the data folder. */
import { realpathSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { commandOf, identify, isIdentity, isRunning, type ProcessIdentity } from './identity.ts';
import { possibleHolders } from './lock-holders.ts';
import { clearAfterEngine, readPidFile } from './pid-file.ts';

const LOOK_EVERY_MS = 50;
/** Even a killed process may stay a while, e.g. on a disk that does not answer. */
const KILLED_WITHIN_MS = 10_000;

/** The data folder cannot be had: another running server uses it, or an engine cannot be ended. */
class FolderInUse extends Error {}

export interface EnginePlace {
  /** The engine's own folder. */
  readonly folder: string;
  readonly pidFile: string;
  readonly socketPath: string;
}

interface LeftOver {
  readonly engine: ProcessIdentity;
  /** Null where it is not known: engines before this was said in their arguments. */
  readonly server: ProcessIdentity | null;
}

/**
 * An engine whose server is gone ends by itself; one that has not within `patienceMs` is killed. Afterwards no
 * engine uses the folder.
 * @param onKill is told whom
 * @throws FolderInUse
 */
export async function outlivePredecessor(
  place: EnginePlace,
  patienceMs: number,
  { signal, onKill }: { readonly signal?: AbortSignal; readonly onKill?: (pid: number) => void } = {},
): Promise<void> {
  const killAfter = performance.now() + patienceMs;
  const giveUpAfter = killAfter + KILLED_WITHIN_MS;
  const killed = new Set<number>();
  for (;;) {
    const engines = leftOvers(place);
    if (engines.length === 0) break;
    if (signal?.aborted) return;
    for (const { engine, server } of performance.now() > killAfter ? engines : []) {
      if (server !== null && server.pid !== process.pid && isRunning(server)) {
        throw new FolderInUse(`another Goalpost (process ${server.pid}) uses this data folder`);
      }
      if (performance.now() > giveUpAfter) {
        throw new FolderInUse(
          `the engine of an earlier run (process ${engine.pid}) was killed and does not end`,
        );
      }
      end(engine);
      if (!killed.has(engine.pid)) onKill?.(engine.pid);
      killed.add(engine.pid);
    }
    await pause(LOOK_EVERY_MS);
  }
  clearAfterEngine(place.pidFile, place.socketPath);
}

/** What else holds the folder's lock, in words for the operator; empty if nothing is known. */
export function strangerAt(folder: string): string {
  for (const pid of possibleHolders(folder)) {
    const command = commandOf(pid);
    if (command === null || engineOptions(command) !== null) continue;
    return `; process ${pid} (${command.slice(0, 80)}) may hold it`;
  }
  return '';
}

/** Running engines of this folder that the pid file or the folder's lock lead to. */
function leftOvers({ folder, pidFile }: EnginePlace): LeftOver[] {
  const named = readPidFile(pidFile);
  const byPidFile = named !== null && isRunning(named.engine) ? named : null;
  const pids = new Set([...(byPidFile ? [byPidFile.engine.pid] : []), ...possibleHolders(folder)]);
  return [...pids].flatMap((pid) => {
    const engine = identify(pid);
    const options = engineOptions(commandOf(pid) ?? '');
    // A number that was used again belongs to a stranger, or to the engine of another folder.
    if (engine === null || options === null || !isSame(options.folder, folder)) return [];
    const server = options.server ?? (byPidFile?.engine.pid === pid ? byPidFile.server : null);
    return [{ engine, server }];
  });
}

/** Read from its arguments; null for any other program. */
function engineOptions(command: string): { folder: string; server: ProcessIdentity | null } | null {
  const json = command.slice(command.indexOf('{'), command.lastIndexOf('}') + 1);
  if (!/\bmain\.[jt]s \{/.test(command)) return null;
  try {
    const { folder, server, socketPath } = JSON.parse(json) as Record<string, unknown>;
    if (typeof folder !== 'string' || typeof socketPath !== 'string') return null;
    return { folder, server: isIdentity(server) ? server : null };
  } catch {
    return null;
  }
}

/** The same folder, also where one path leads over a link. */
function isSame(one: string, other: string): boolean {
  try {
    return one === other || realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

function end(engine: ProcessIdentity): void {
  if (!isRunning(engine)) return;
  try {
    process.kill(engine.pid, 'SIGKILL');
  } catch {
    // It has just ended, or is not ours to end: the next look tells.
  }
}
