/** Reads what each file of the repository exports, and which names it takes of the others. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';
import { inRoot } from './places.mjs';
import { filesIn } from './tree.mjs';

const NAMES = { Default: 'default', All: '*', AllButDefault: '*', NamespaceObject: '*' };
const nameOf = ({ kind, name }) => (kind === 'Name' ? name : (NAMES[kind] ?? '*'));
/** In types and when a line runs, all of a file is taken. */
const TAKEN_WHOLE = /\bimport\(\s*(?:\/\*[\s\S]*?\*\/\s*)*['"`]([^'"`$]+)['"`]/g;

/** @returns {import('./exports.mjs').Module[]} */
export function readModules() {
  const doors = packageDoors();
  return ['packages', 'e2e', 'bench', 'scripts', 'bin']
    .flatMap((folder) => filesIn(folder))
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
    .map((path) => readModule(path, readFileSync(inRoot(path), 'utf8'), doors));
}

export function readModule(path, text, doors = {}) {
  const { staticImports, staticExports } = parseSync(path, text).module;
  const file = (target) => (target.startsWith('.') ? join(dirname(path), target) : doors[target]);
  const exports = staticExports.flatMap(({ entries }) =>
    entries.map(({ exportName, importName, moduleRequest }) => ({
      name: nameOf(exportName),
      of: nameOf(importName),
      from: moduleRequest === null ? null : (file(moduleRequest.value) ?? null),
    })),
  );
  const takes = [
    ...staticImports.flatMap(({ moduleRequest, entries }) =>
      entries.map(({ importName }) => ({ name: nameOf(importName), from: file(moduleRequest.value) })),
    ),
    ...[...text.matchAll(TAKEN_WHOLE)].map(([, target]) => ({ name: '*', from: file(target) })),
  ].filter(({ from }) => from !== undefined);
  return { path, text, exports, takes };
}

/** `@goalpost/contract/chat` → its file, of each door that a package has. */
function packageDoors() {
  return Object.fromEntries(
    readdirSync(inRoot('packages'))
      .map((name) => inRoot('packages', name, 'package.json'))
      .filter((path) => existsSync(path))
      .map((path) => JSON.parse(readFileSync(path, 'utf8')))
      .flatMap(({ name, exports = {} }) =>
        Object.entries(exports).map(([door, file]) => [
          join(name, door),
          join('packages', name.replace('@goalpost/', ''), file),
        ]),
      ),
  );
}
