/** Part of `npm run check`: comments of all that is written here are in plain words. */
import { readFileSync } from 'node:fs';
import { say } from './lib/console.mjs';
import { inRoot } from './lib/places.mjs';
import { filesIn } from './lib/tree.mjs';
import { unopened, wordBreaches } from './lib/words.mjs';

const files = ['packages', 'e2e', 'bench', 'bin', 'scripts']
  .flatMap((folder) => filesIn(folder))
  // The examples of that test are what is refused.
  .filter((path) => /\.([cm]?[jt]sx?)$/.test(path) && path !== 'scripts/lib/words.test.ts')
  .map((path) => ({ path, text: readFileSync(inRoot(path), 'utf8') }));
const breaches = files.flatMap(({ path, text }) => [...unopened(path, text), ...wordBreaches(path, text)]);
for (const breach of breaches) say(breach);
say(`${files.length} files, ${breaches.length} comments that are not plain`);
process.exitCode = breaches.length === 0 ? 0 : 1;
