/** Finds what a run has left running, also where it has broken away from its parent, and ends it. */
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const PLACE = existsSync('/tmp') ? '/tmp' : process.cwd();
const PREFIX = 'gp-';
const OWNER = 'owner.json';

/**
 * A folder for temporary files of this run alone. Every process that the run starts is told of it in `TMPDIR`,
 * by which it is known again.
 */
export function runFolder() {
  // Short, and under /tmp: sockets live here, whose paths may have 107 characters.
  const folder = mkdtempSync(join(PLACE, PREFIX));
  writeFileSync(join(folder, OWNER), JSON.stringify(identity(process.pid)));
  // PostgreSQL runs as another user.
  chmodSync(folder, 0o755);
  return {
    env: { TMPDIR: folder },
    mark: `TMPDIR=${folder}`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/**
 * A run that was killed outright could end nothing. What it has left is ended here, and its folder removed; a
 * run that still goes on is known by its number and start time, and left alone.
 * @returns {string[]} command lines of what was still running
 */
export function endEarlierRuns(place = PLACE) {
  return readdirSync(place)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => join(place, name))
    .filter((folder) => isOurs(folder) && isOver(read(join(folder, OWNER))))
    .flatMap((folder) => {
      const left = endLeftovers(`TMPDIR=${folder}`);
      rmSync(folder, { recursive: true, force: true });
      return left;
    });
}

function isOurs(folder) {
  try {
    return statSync(folder).uid === process.getuid?.();
  } catch {
    return false;
  }
}

/** Nothing is said of a folder without an owner: another's, or one of just now. */
function isOver(owner) {
  try {
    const { pid, startedAt } = JSON.parse(owner);
    return startedAt !== null && identity(pid).startedAt !== startedAt;
  } catch {
    return false;
  }
}

/** Numbers are used again; together with its start time, one is a single process. Linux only, else null. */
function identity(pid) {
  const stat = read(`/proc/${pid}/stat`);
  const startedAt = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  return { pid, startedAt };
}

/** @returns {string[]} command lines of what was still running; Linux only, elsewhere nothing is found */
export function endLeftovers(mark) {
  if (!existsSync('/proc/self/environ')) return [];
  const left = [];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (Number(pid) === process.pid || !read(`/proc/${pid}/environ`).split('\0').includes(mark)) continue;
    left.push(read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim());
    try {
      process.kill(Number(pid), 'SIGKILL');
    } catch (error) {
      if (error.code !== 'ESRCH') throw error;
    }
  }
  return left.filter((command) => command !== '');
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // The process has ended since, or belongs to another user.
    return '';
  }
}
