/** What each source file imports, as paths from the root of the repository or names of packages. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'vite';
import { ROOT } from './places.mjs';

/** What may stand between `import(` and the path: spaces and comments. */
const GAP = String.raw`(?:\s|\/\*[\s\S]*?\*\/)*`;
const LITERAL = '[\'"`]([^\'"`$]+)[\'"`]';
/** Ways to name another file beside import and export statements; a template that holds a value names none. */
const WAYS = [
  String.raw`\bimport${GAP}\(${GAP}${LITERAL}`,
  String.raw`\brequire(?:\.resolve)?${GAP}\(${GAP}${LITERAL}`,
  String.raw`\bcreateRequire\([^()]*\)(?:\.resolve)?\(${LITERAL}`,
  String.raw`\bimport\.meta\.resolve\(${GAP}${LITERAL}`,
  String.raw`\bnew URL\(${GAP}['"\`](\.[^'"\`$]+\.[cm]?[jt]sx?)['"\`],\s*import\.meta\.url`,
  String.raw`^\/\/\/\s*<reference\s+path=${LITERAL}`,
];
const OTHER_WAYS = new RegExp(WAYS.join('|'), 'gm');
/** Files that are only known when the line runs, or when it is built. */
const HIDDEN = new RegExp(
  String.raw`\bimport${GAP}\(${GAP}(?![\s/'"]|\`[^\`$]*\`)|\bimport\.meta(?:\.resolve\(${GAP}(?!['"])|\.glob\b)`,
);

/** Programs that a file starts in a process of their own, which is no import. */
const STARTED = { 'packages/server/src/boot/parts/backups.ts': 'packages/server/src/goalpost.ts' };

export function importsOf(text, path) {
  const { staticImports, staticExports } = parseSync(path, text).module;
  const statements = [...staticImports, ...staticExports.flatMap(({ entries }) => entries)];
  const targets = [
    ...statements.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []),
    ...[...text.matchAll(OTHER_WAYS)].map((found) => found.slice(1).find((one) => one !== undefined)),
  ];
  return [...new Set(targets)]
    .filter((target) => !target.startsWith('node:'))
    .map((target) => (target.startsWith('.') ? join(dirname(path), target) : target));
}

/** @returns {boolean} whether a dynamic import names its file by an expression */
export const importsByExpression = (text) => HIDDEN.test(text);

export function sourceFiles() {
  return readdirSync(join(ROOT, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => walk(join(ROOT, 'packages', entry.name, 'src')))
    .map((path) => {
      const fromRoot = relative(ROOT, path);
      const text = readFileSync(path, 'utf8');
      const imports = importsOf(text, fromRoot).filter((target) => target !== STARTED[fromRoot]);
      return { path: fromRoot, text, imports };
    });
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.[cm]?[jt]sx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
