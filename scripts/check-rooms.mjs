/** Holds the direction rule over the whole tree; part of `npm run check`. */
import { say } from './lib/console.mjs';
import { sourceFiles } from './lib/imports.mjs';
import { breaches } from './lib/rooms.mjs';

const files = sourceFiles();
const found = files.flatMap(breaches);
for (const breach of found) say(breach);
say(`${files.length} files, ${found.length} breaches of the direction rule`);
process.exitCode = found.length === 0 ? 0 : 1;
