/** Part of `npm run check`: what screens say, they say in English and in Russian. */
import { readFileSync } from 'node:fs';
import { refusals } from '../packages/admin/src/i18n/ru/refusals/index.ts';
import { say } from './lib/console.mjs';
import { inRoot, ROOT } from './lib/places.mjs';
import { readModules, refusalsOf, untold } from './lib/refusals.mjs';
import { filesIn } from './lib/tree.mjs';
import { untranslated } from './lib/untranslated.mjs';

const screens = filesIn('packages/admin/src').filter((path) => path.endsWith('.tsx'));
const refused = refusalsOf(readModules(ROOT));
const breaches = [
  ...screens.flatMap((path) => untranslated(path, readFileSync(inRoot(path), 'utf8'))),
  ...untold(refused, refusals).map(
    ([sentence, file]) =>
      `${file} refuses by ${JSON.stringify(sentence)}, which packages/admin/src/i18n/ru/refusals does not have.`,
  ),
];
for (const breach of breaches) say(breach);
say(
  `${screens.length} files of screens, ${refused.size} refusals, ${breaches.length} texts in one language only`,
);
process.exitCode = breaches.length === 0 ? 0 : 1;
