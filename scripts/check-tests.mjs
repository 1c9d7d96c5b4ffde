/** Part of `npm run check`: every test runs, can fail, and needs neither chance nor a quiet machine. */
import { readFileSync } from 'node:fs';
import { say } from './lib/console.mjs';
import { inRoot } from './lib/places.mjs';
import { filesIn } from './lib/tree.mjs';
import { idleTests } from './lib/idle-tests.mjs';
import { ALLOWED, clockBreaches, skippedTests } from './lib/test-clocks.mjs';
import { isTestFile, unrunTests } from './lib/test-files.mjs';

const files = ['packages', 'e2e'].flatMap((folder) => filesIn(folder)).filter(isTestFile);
const everywhere = ['packages', 'e2e', 'bench', 'scripts', 'bin'].flatMap((folder) => filesIn(folder));
const breaches = files.flatMap((path) => {
  const text = readFileSync(inRoot(path), 'utf8');
  const [clocks, skipped] = [clockBreaches(text), [...skippedTests(text), ...idleTests(path, text)]].map(
    (all) => all.map((one) => `${path}:${one}`),
  );
  if (!(path in ALLOWED)) return [...clocks, ...skipped];
  return clocks.length > 0 ? skipped : [...skipped, `${path} needs no exception any more`];
});
for (const path of Object.keys(ALLOWED)) {
  if (!files.includes(path)) breaches.push(`${path} is allowed, and is not there`);
}
breaches.push(...unrunTests(everywhere));
for (const breach of breaches) say(breach);
say(
  `${files.length} files of tests, ${breaches.length} that never run or cannot fail, or depend on chance or a quiet machine`,
);
process.exit(breaches.length === 0 ? 0 : 1);
