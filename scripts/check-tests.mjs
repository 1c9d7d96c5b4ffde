/** Part of `npm run check`: no test depends on how busy the machine is. */
import { readFileSync } from 'node:fs';
import { say } from './lib/console.mjs';
import { inRoot } from './lib/places.mjs';
import { filesIn } from './lib/tree.mjs';
import { ALLOWED, clockBreaches, isTestFile } from './lib/test-clocks.mjs';

const files = ['packages', 'e2e'].flatMap((folder) => filesIn(folder)).filter(isTestFile);
const breaches = files.flatMap((path) => {
  const found = clockBreaches(readFileSync(inRoot(path), 'utf8'));
  if (path in ALLOWED) return found.length > 0 ? [] : [`${path} needs no exception any more`];
  return found.map((one) => `${path}:${one}`);
});
for (const path of Object.keys(ALLOWED)) {
  if (!files.includes(path)) breaches.push(`${path} is allowed, and is not there`);
}
for (const breach of breaches) say(breach);
say(`${files.length} files of tests, ${breaches.length} that depend on a quiet machine`);
process.exit(breaches.length === 0 ? 0 : 1);
