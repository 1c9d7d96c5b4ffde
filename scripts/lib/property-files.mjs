/** Which files of tests make random inputs: they import fast-check by way of whatever, or read the seed themselves. */
import { readFileSync } from 'node:fs';
import { importsOf } from './imports.mjs';
import { inRoot } from './places.mjs';
import { filesIn } from './tree.mjs';

/** Has a seed and an end of its own, see `npm run fuzz`. */
const FUZZER = 'e2e/fuzz/';

/** @returns {string[]} paths from the root */
export function propertyFiles() {
  const importers = new Map();
  const found = new Set();
  for (const path of ['packages', 'scripts', 'e2e'].flatMap(filesIn)) {
    if (!/\.[cm]?tsx?$/.test(path)) continue;
    const text = readFileSync(inRoot(path), 'utf8');
    if (text.includes("env['PROPERTY_SEED']")) found.add(path);
    for (const target of importsOf(text, path)) {
      if (target === 'fast-check') found.add(path);
      importers.set(target, [...(importers.get(target) ?? []), path]);
    }
  }
  for (const path of found) for (const importer of importers.get(path) ?? []) found.add(importer);
  return [...found].filter((path) => /\.test\.tsx?$/.test(path) && !path.startsWith(FUZZER));
}
