/** Finds what a run has left running, also where it has broken away from its parent, and ends it. */
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const VARIABLE = 'TEST_RUN_MARK';

/** Environment that every process of the run inherits. */
export function runMark() {
  const value = randomUUID();
  return { value, env: { [VARIABLE]: value } };
}

/** @returns {string[]} command lines of what was still running; Linux only, elsewhere nothing is found */
export function endLeftovers({ value }) {
  if (!existsSync('/proc/self/environ')) return [];
  const left = [];
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (Number(pid) === process.pid || !read(`/proc/${pid}/environ`).includes(`${VARIABLE}=${value}`))
      continue;
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
