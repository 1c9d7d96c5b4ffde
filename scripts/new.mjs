/** `npm run new -- <kind> <name>`: writes a new thing with its test, and lists it. All of it or nothing. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { giveUp, say } from './lib/console.mjs';
import { planNew } from './lib/new-thing.mjs';
import { inRoot, ROOT } from './lib/places.mjs';
import { node24 } from './lib/node24.mjs';
import { writeWhole } from './lib/write-whole.mjs';
import { KINDS } from './new/kinds.mjs';

const made = planNew(ROOT, KINDS, process.argv.slice(2));
if ('refused' in made) giveUp(made.refused);
const texts = Object.entries(made.texts).map(([path, text]) => [path, formatted(path, text)]);
try {
  const putBack = writeWhole(ROOT, Object.fromEntries(texts));
  if (made.completes) complete(made.completes, putBack);
} catch (error) {
  giveUp(`Nothing was written: ${error.message}`);
}
for (const path of made.created) say(`new      ${path}`);
for (const path of made.edited) say(`changed  ${path}`);
const tests = made.created.filter((path) => path.endsWith('.test.ts')).join(' ');
say(`\n${made.appears} Change what it does, then run: npm test -- unit ${tests}`);

/** A test writes the snapshot that is missing; where it cannot, nothing of the new thing stays. */
function complete({ test, only, writes }, putBack) {
  const vitest = inRoot('node_modules', 'vitest', 'vitest.mjs');
  const args = [vitest, 'run', '--project=unit', '--update=new', test, '-t', only];
  const installed = existsSync(vitest);
  const result = installed ? spawnSync(node24(), args, { cwd: ROOT }) : null;
  if (existsSync(inRoot(writes))) {
    made.created.push(writes);
    return;
  }
  putBack();
  throw new Error(
    installed ? `${result.stdout}${result.stderr}` : 'run npm install first, which writes its SQL.',
  );
}

/** As `npm run check` wants it; before dependencies are installed, as it is. */
function formatted(path, text) {
  const oxfmt = inRoot('node_modules', '.bin', 'oxfmt');
  if (!existsSync(oxfmt)) return text;
  const { status, stdout } = spawnSync(oxfmt, [`--stdin-filepath=${path}`], { cwd: ROOT, input: text });
  return status === 0 ? stdout.toString() : text;
}
