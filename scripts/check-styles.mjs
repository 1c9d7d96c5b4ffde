/** Part of `npm run check`: no class of the styles is left over, and none means two things. */
import { readFileSync } from 'node:fs';
import { say } from './lib/console.mjs';
import { inRoot } from './lib/places.mjs';
import { classesOfTwoFolders, unusedClasses } from './lib/styles.mjs';
import { filesIn } from './lib/tree.mjs';

const text = (path) => readFileSync(inRoot(path), 'utf8');

const files = ['packages/admin/src', 'packages/widget/src'].flatMap((room) => filesIn(room));
const styles = files.filter((path) => path.endsWith('.css')).map((path) => ({ path, text: text(path) }));
// A test that looks for a class does not give it to anything.
const sources = files.filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'));
const unused = unusedClasses(styles, sources.map(text));
const twice = classesOfTwoFolders(styles);
for (const one of [...unused, ...twice]) say(one);
say(`${styles.length} files of styles, ${unused.length} classes left over, ${twice.length} in two folders`);
process.exit(unused.length + twice.length === 0 ? 0 : 1);
