/**
 * Makes the installed package smaller by what no server needs: the headers of the Node that came along (67 MB), and
 * type declarations, source maps and documents of dependencies (25 MB).
 */
import { readdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NOT_RUN = /\.(map|md|markdown|ts|mts|cts|flow)$/;
const HEADERS = /^node-(linux|darwin)-/;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
try {
  const modules = join(root, 'node_modules');
  for (const name of readdirSync(modules).filter((one) => HEADERS.test(one)))
    for (const part of ['include', 'share'])
      rmSync(join(modules, name, part), { recursive: true, force: true });
  for (const entry of readdirSync(modules, { recursive: true, withFileTypes: true }))
    if (entry.isFile() && NOT_RUN.test(entry.name)) rmSync(join(entry.parentPath, entry.name));
} catch {
  // It is not ours to change, or there is nothing: the server runs all the same.
}
