/** From the words after `npm run new --` to texts of files, or to one sentence why not. Writes nothing. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { imageNames } from './names.mjs';
import { registryNames } from './registry-names.mjs';

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const LONGEST = 40;
const RESERVED = new Set(
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield'.split(
    ' ',
  ),
);

/**
 * @param {readonly object[]} kinds
 * @param {() => readonly string[]} known names of metrics and dimensions
 * @returns {{refused: string} | {texts: Record<string, string>, created: string[], edited: string[], appears: string}}
 */
export function planNew(root, kinds, [kindId, name, ...rest], known = () => registryNames(root)) {
  const ids = kinds.map(({ id }) => id).join('|');
  const kind = kinds.find(({ id }) => id === kindId);
  if (kind === undefined)
    return {
      refused: `${kindId ? `"${kindId}" is no kind of thing` : 'What is to be made?'} (npm run new -- ${ids} <name>).`,
    };
  const wrong = faultOfName(name, rest);
  if (wrong !== null) return { refused: wrong };
  const tree = {
    exists: (path) => existsSync(join(root, path)),
    list: (path) => (existsSync(join(root, path)) ? readdirSync(join(root, path)) : []),
    read: (path) => readFileSync(join(root, path), 'utf8'),
    /** Names that differ in case alone are one to a reader. */
    hasName: (one) => known().some((id) => id.toLowerCase() === camel(one).toLowerCase()),
  };
  const taken = kind.taken?.(name, tree);
  if (taken) return { refused: alreadyThere(kindId, name, taken) };
  const plan = kind.plan({ name, identifier: camel(name), title: titleOf(name), ...tree });
  return 'refused' in plan ? plan : carriedOut(kindId, name, plan, tree);
}

function carriedOut(kindId, name, { files, edits, appears, completes }, tree) {
  const there = Object.keys(files).find(tree.exists);
  if (there) return { refused: alreadyThere(kindId, name, there) };
  const texts = { ...files };
  for (const [path, changes] of Object.entries(edits)) {
    if (!tree.exists(path)) return { refused: `${path}, which lists each ${kindId}, does not exist.` };
    texts[path] = tree.read(path);
    for (const change of changes) {
      const changed = change(texts[path], path);
      if (typeof changed !== 'string') return changed;
      texts[path] = changed;
    }
  }
  return { texts, created: Object.keys(files), edited: Object.keys(edits), appears, completes };
}

const alreadyThere = (kindId, name, path) =>
  `There is ${/^[aeiou]/.test(kindId) ? 'an' : 'a'} ${kindId} of the name "${name}" already: ${path}.`;

function faultOfName(name, rest) {
  if (name === undefined || name === '') return 'The name is missing: give one such as "pages-per-user".';
  if (rest.length > 0) return `One name at a time: "${[name, ...rest].join(' ')}" has spaces; use hyphens.`;
  if (!NAME.test(name))
    return `"${name}" is no name: use small letters, digits and single hyphens, as in "pages-per-user".`;
  if (name.length > LONGEST)
    return `"${name}" is too long: a name has at most ${LONGEST} letters, and this one ${name.length}.`;
  if (name.startsWith('test-'))
    return `"${name}" would be a file for tests alone: do not begin with "test-".`;
  if (name === 'index') return '"index" is the file that lists what a folder has: choose another name.';
  if (RESERVED.has(name) || camel(name) === 'globalThis')
    return `"${name}" is a word of the language: choose another name.`;
  if (name in {}) return `"${name}" is a name that every object has: choose another one.`;
  return imageNames([`${name}.ts`])[0] ?? null;
}

const camel = (name) => name.replace(/-(.)/g, (_all, letter) => letter.toUpperCase());

/** `pages-per-user` → `Pages per user` */
const titleOf = (name) => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
