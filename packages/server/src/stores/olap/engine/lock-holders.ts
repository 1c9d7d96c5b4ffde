/**
 * Who may hold the analytics folder. ClickHouse locks the file `status` in it and writes its process number
 * there; the number stays after a kill, so it is a hint and never a proof.
 */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Process numbers, of whatever process has them by now. */
export function possibleHolders(folder: string): number[] {
  const statusFile = path.join(folder, 'status');
  return [...new Set([...fromStatus(statusFile), ...fromLocks(statusFile)])];
}

function fromStatus(statusFile: string): number[] {
  const pid = /^PID: (\d+)$/m.exec(read(statusFile))?.[1];
  return pid === undefined ? [] : [Number(pid)].filter(isPid);
}

/** Linux lists who holds which lock; there the file may also have been emptied. */
function fromLocks(statusFile: string): number[] {
  const inode = inodeOf(statusFile);
  if (inode === null) return [];
  return read('/proc/locks')
    .split('\n')
    .flatMap((line) => {
      const [, , , , pid, place] = line.split(/\s+/);
      return place?.endsWith(`:${inode}`) ? [Number(pid)] : [];
    })
    .filter(isPid);
}

function inodeOf(file: string): number | null {
  try {
    return statSync(file).ino;
  } catch {
    return null;
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Above 0: other numbers would mean groups of processes. */
const isPid = (pid: number): boolean => Number.isSafeInteger(pid) && pid > 0;
