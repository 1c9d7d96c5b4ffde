/** Part of `npm run check`: comments of sources and scripts are in plain words. */
import { readFileSync } from 'node:fs';
import { say } from './lib/console.mjs';
import { sourceFiles } from './lib/imports.mjs';
import { inRoot } from './lib/places.mjs';
import { filesIn } from './lib/tree.mjs';
import { wordBreaches } from './lib/words.mjs';

const scripts = filesIn('scripts')
  // The examples of that test are what is refused.
  .filter((path) => /\.(mjs|ts)$/.test(path) && path !== 'scripts/lib/words.test.ts')
  .map((path) => ({ path, text: readFileSync(inRoot(path), 'utf8') }));
const files = [...sourceFiles(), ...scripts];
const breaches = files.flatMap(({ path, text }) => wordBreaches(path, text));
for (const breach of breaches) say(breach);
say(`${files.length} files, ${breaches.length} comments that are not plain`);
process.exitCode = breaches.length === 0 ? 0 : 1;
