/** Finds names that a file offers and no other takes, also through files that pass them on. Pure. */
import { isTestFile } from './test-files.mjs';
import { withoutComments } from './words.mjs';

/**
 * @typedef {object} Module
 * @property {string} path
 * @property {string} text
 * @property {readonly {name: string, of: string, from: string | null}[]} exports `from`: the file that it is passed on from, where it is called `of`; `*` is all
 * @property {readonly {name: string, from: string}[]} takes what it imports, by file
 */

/**
 * @param {readonly Module[]} modules
 * @param {(path: string) => boolean} isHeld whether a file is to offer what is taken alone
 * @returns {string[]} a sentence for each name that no file takes, and that its own does not use
 */
export function unusedExports(modules, isHeld) {
  const taken = takenNames(modules);
  return modules
    .filter(({ path }) => isHeld(path) && !taken.get(path).has('*'))
    .flatMap((module) =>
      module.exports
        .filter(({ name }) => name !== '*' && !taken.get(module.path).has(name))
        .filter((one) => one.from !== null || !isUsedWithin(module, one))
        .map(({ name }) => `${module.path} exports ${name}, which no other file takes: take it away.`),
    );
}

/**
 * A step, a report or a migration that no list has is taken by its own test alone.
 * @param {(path: string) => boolean} isTest what such a file takes is no use of it
 * @returns {string[]} a sentence for each name that is declared for tests alone
 */
export function exportsForTests(modules, isHeld, isTest) {
  const taken = takenNames(modules.filter(({ path }) => !isTest(path)));
  const all = takenNames(modules);
  return modules
    .filter(({ path }) => isHeld(path) && !isTest(path) && !taken.get(path).has('*'))
    .flatMap((module) =>
      module.exports
        .filter(({ name, from }) => from === null && !taken.get(module.path).has(name))
        .filter((one) => all.get(module.path).has(one.name) && !isUsedWithin(module, one))
        .map(
          ({ name }) => `${module.path} exports ${name}, which only tests take: list it, or take it away.`,
        ),
    );
}

/** By file, the names that others take of it. What is only passed on is not taken. */
function takenNames(modules) {
  const byPath = new Map(modules.map((module) => [module.path, module]));
  const taken = new Map(modules.map(({ path }) => [path, new Set()]));
  const take = (path, name) => {
    const names = taken.get(path);
    if (names === undefined || names.has(name)) return;
    names.add(name);
    for (const one of byPath.get(path).exports) {
      if (one.from === null) continue;
      if (one.name === '*') take(one.from, name);
      else if (name === '*' || one.name === name) take(one.from, one.of);
    }
  };
  for (const { takes } of modules) for (const { name, from } of takes) take(from, name);
  return taken;
}

/** A quoted word on one line, such as the name of a table that a migration makes. */
const QUOTED = /'[^'\n]*'|"[^"\n]*"/g;

/** More often than where it is declared; a string that reads alike does not count. */
function isUsedWithin({ text }, { name }) {
  const code = withoutComments(text).replace(QUOTED, "''");
  return [...code.matchAll(/[\w$]+/g)].filter(([word]) => word === name).length > 1;
}

/** What a program begins with, and declarations of types for a library. */
const FIRST = /\/src\/(?:main\.tsx?|goalpost\.ts|stores\/olap\/engine\/main\.ts)$|\.d\.ts$/;

/**
 * @param {readonly {path: string, imports: readonly string[]}[]} files sources; what a test imports does not run by that
 * @param {(path: string) => boolean} isHeld whether a file is reached by imports alone
 * @param {readonly string[]} doors files that are entered from elsewhere
 * @returns {string[]} a sentence for each file that nothing imports, so that it never runs
 */
export function unreachedFiles(files, isHeld, doors) {
  const running = files.filter(({ path }) => !isTestFile(path));
  const reached = new Set([...running.flatMap(({ imports }) => imports), ...doors]);
  return files
    .filter(({ path }) => isHeld(path) && !FIRST.test(path) && !reached.has(path))
    .map(({ path }) => `${path} is imported by no file: import it, or take it away.`);
}
