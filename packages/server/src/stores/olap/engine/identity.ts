/** Who a process is, beyond its number: numbers are used again, so a kill by number alone could hit another. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessIdentity {
  readonly pid: number;
  /** When it started, in whatever unit the system counts. */
  readonly startedAt: string;
}

interface ProcessFacts {
  readonly startedAt: string;
  readonly parent: number;
}

function fromProc(pid: number): ProcessFacts | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name, in parentheses, may hold anything; fields are counted from behind it: state, parent, …, start.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z') return null;
  return { startedAt: fields[19] ?? '', parent: Number(fields[1]) };
}

function fromPs(pid: number): ProcessFacts {
  const line = execFileSync('ps', ['-o', 'ppid=,lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  const [parent = '', ...startedAt] = line.split(/\s+/);
  return { startedAt: startedAt.join(' '), parent: Number(parent) };
}

/** Null if there is no such process, or it is a zombie. */
function processFacts(pid: number): ProcessFacts | null {
  try {
    return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
  } catch {
    return null;
  }
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startedAt: processFacts(process.pid)?.startedAt ?? '' };
}

/** Whether that very process still runs, and for whom. */
export function findProcess(identity: ProcessIdentity): { parent: number } | null {
  const facts = processFacts(identity.pid);
  return facts && facts.startedAt === identity.startedAt ? { parent: facts.parent } : null;
}
