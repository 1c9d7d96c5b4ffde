/** Whether something built is older than what it is built from. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const NO_SOURCE = new Set(['node_modules', 'dist', 'test', 'dev']);

/** @param {string} output a file @param {readonly string[]} sources files and folders */
export function isStale(output, sources) {
  if (!existsSync(output)) return true;
  return newest(sources) > statSync(output).mtimeMs;
}

function newest(paths) {
  let latest = 0;
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const status = statSync(path);
    const inside = status.isDirectory()
      ? readdirSync(path).filter((name) => !NO_SOURCE.has(name) && !name.includes('.test.'))
      : [];
    latest = Math.max(
      latest,
      status.isDirectory() ? 0 : status.mtimeMs,
      newest(inside.map((name) => join(path, name))),
    );
  }
  return latest;
}
