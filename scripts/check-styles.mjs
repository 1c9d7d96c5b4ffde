/** Part of `npm run check`: no class of the styles is left over. */
import { readFileSync } from 'node:fs';
import { say } from './lib/console.mjs';
import { inRoot } from './lib/places.mjs';
import { unusedClasses } from './lib/styles.mjs';
import { filesIn } from './lib/tree.mjs';

const text = (path) => readFileSync(inRoot(path), 'utf8');

const files = ['packages/admin/src', 'packages/widget/src'].flatMap((room) => filesIn(room));
const styles = files.filter((path) => path.endsWith('.css'));
// A test that looks for a class does not give it to anything.
const sources = files.filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'));
const unused = unusedClasses(
  styles.map((path) => ({ path, text: text(path) })),
  sources.map(text),
);
for (const one of unused) say(one);
say(`${styles.length} files of styles, ${unused.length} classes left over`);
process.exit(unused.length === 0 ? 0 : 1);
