/** Finds what a run has left running, also where it has broken away from its parent, and ends it. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * A folder for temporary files of this run alone. Every process that the run starts is told of it in `TMPDIR`,
 * by which it is known again.
 */
export function runFolder() {
  // Short, and under /tmp: sockets live here, whose paths may have 107 characters.
  const folder = mkdtempSync(join(existsSync('/tmp') ? '/tmp' : process.cwd(), 'gp-'));
  // PostgreSQL runs as another user.
  chmodSync(folder, 0o755);
  return {
    env: { TMPDIR: folder },
    mark: `TMPDIR=${folder}`,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
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
    // The process has ended meanwhile, or belongs to somebody else.
    return '';
  }
}
