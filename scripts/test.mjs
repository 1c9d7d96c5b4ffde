/**
 * `npm test`: prepares the machine, then runs all tests. `npm test -- unit`, `npm run e2e`: one project;
 * further arguments go to Vitest, e.g. a path. Nothing that a test started outlives the run.
 */
import { build } from './lib/builds.mjs';
import { giveUp, say } from './lib/console.mjs';
import { ensurePrograms } from './lib/debian.mjs';
import { install } from './lib/install.mjs';
import { endLeftovers, runFolder } from './lib/leftovers.mjs';
import { node24 } from './lib/node24.mjs';
import { inRoot } from './lib/places.mjs';
import { run } from './lib/run.mjs';

const PROJECTS = ['unit', 'e2e'];
const args = process.argv.slice(2);
const projects = PROJECTS.includes(args[0] ?? '') ? [args.shift()] : PROJECTS;

await install();
if (!(await ensurePrograms())) giveUp('The tests cannot run without these programs.');
await build();
const folder = runFolder();
const vitest = [
  inRoot('node_modules/vitest/vitest.mjs'),
  'run',
  ...projects.map((name) => `--project=${name}`),
  ...args,
];
const code = await run(node24(), vitest, { env: folder.env });
const left = endLeftovers(folder.mark);
folder.remove();
for (const command of left) say(`A test left this running, and it was ended: ${command}`);
process.exit(code === 0 && left.length > 0 ? 1 : code);
