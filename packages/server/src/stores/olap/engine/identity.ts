/** Who a process is, beyond its number: numbers are used again, so a kill by number alone could hit another. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in whatever unit the system counts. */
  readonly startedAt: string;
}

function fromProc(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name, in parentheses, may hold anything; fields are counted from behind it: the state is first, the
  // start time twentieth.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : (fields[19] ?? null);
}

function fromPs(pid: number): string | null {
  const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  return started === '' ? null : started;
}

/** Null if there is no such process, or it has ended and only waits to be noticed. */
export function identify(pid: number): ProcessIdentity | null {
  try {
    const startedAt = process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
    return startedAt === null ? null : { pid, startedAt };
  } catch {
    return null;
  }
}

/** Whether that very process still runs. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startedAt === identity.startedAt;
}
