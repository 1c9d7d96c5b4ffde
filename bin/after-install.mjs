/** Makes the installed package smaller by what no server needs; `not-run.mjs` lists it. */
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNotRun } from './not-run.mjs';

const modules = join(dirname(dirname(fileURLToPath(import.meta.url))), 'node_modules');
try {
  for (const entry of readdirSync(modules, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && isNotRun(relative(modules, path))) rmSync(path);
  }
} catch {
  // It is not ours to change, or there is nothing: the server runs all the same.
}
