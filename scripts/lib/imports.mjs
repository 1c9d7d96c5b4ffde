/** What each source file imports, as paths from the root of the repository or names of packages. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ROOT } from './places.mjs';

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^'";]*?from\s*['"]([^'"]+)['"]|import\s*\(?\s*['"]([^'"]+)['"]/g;

export function importsOf(text, path) {
  const targets = [...text.matchAll(IMPORT)].map(([, named, bare]) => named ?? bare);
  return [...new Set(targets)]
    .filter((target) => !target.startsWith('node:'))
    .map((target) => (target.startsWith('.') ? join(dirname(path), target) : target));
}

export function sourceFiles() {
  return readdirSync(join(ROOT, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => walk(join(ROOT, 'packages', entry.name, 'src')))
    .map((path) => {
      const fromRoot = relative(ROOT, path);
      const text = readFileSync(path, 'utf8');
      return { path: fromRoot, text, imports: importsOf(text, fromRoot) };
    });
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
