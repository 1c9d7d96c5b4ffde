/** Sources as the package holds them: JavaScript, found by following imports from the programs. Pure but for reading. */
import { stripTypeScriptTypes } from 'node:module';
import { posix } from 'node:path';

const SPECIFIER = /(\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|\bnew URL\(\s*)(['"])([^'"\n]+)\2/g;

/**
 * @param {readonly string[]} entries paths from the root, e.g. `packages/server/src/main.ts`
 * @param {(path: string) => string} read
 * @param {Readonly<Record<string, string>>} workspace what `@goalpost/…` names, by specifier
 * @returns {Map<string, string>} JavaScript by its path
 */
export function releaseSources(entries, read, workspace) {
  const found = new Map();
  const waiting = [...entries];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const target = scriptOf(path);
    if (found.has(target)) continue;
    const { text, imports } = rewritten(path, stripTypeScriptTypes(read(path), { mode: 'strip' }), workspace);
    found.set(target, text);
    waiting.push(...imports);
  }
  return found;
}

const scriptOf = (path) => path.replace(/\.ts$/, '.js');

function rewritten(path, script, workspace) {
  const imports = [];
  const text = script.replace(SPECIFIER, (whole, before, quote, specifier) => {
    const source = sourceOf(path, specifier, workspace);
    if (source === null) return whole;
    imports.push(source);
    const relative = posix.relative(posix.dirname(path), scriptOf(source));
    return `${before}${quote}${relative.startsWith('.') ? relative : `./${relative}`}${quote}`;
  });
  return { text: withoutBlankLines(text), imports };
}

/** Null: a package of npm or of Node. */
function sourceOf(path, specifier, workspace) {
  if (specifier.startsWith('@goalpost/')) {
    const named = workspace[specifier];
    if (named === undefined) throw new Error(`${path} imports ${specifier}, which no package offers.`);
    return named;
  }
  if (!specifier.endsWith('.ts')) return null;
  return posix.join(posix.dirname(path), specifier);
}

/** Where types stood, blanks are left. */
const withoutBlankLines = (text) => text.replace(/[ \t]+$/gm, '').replace(/\n{3,}/g, '\n\n');
