/** Part of `npm run check`: no test depends on how busy the machine is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { say } from './lib/console.mjs';
import { inRoot } from './lib/places.mjs';
import { ALLOWED, clockBreaches, isTestFile } from './lib/test-clocks.mjs';

const files = ['packages', 'e2e'].flatMap(filesIn).filter(isTestFile);
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

function filesIn(folder) {
  return readdirSync(inRoot(folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name === 'node_modules' || entry.name === 'dist') return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
