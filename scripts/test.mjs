/**
 * `npm test`: prepares the machine, then runs all tests. `npm test -- unit`, `npm run e2e`: one project;
 * `npm test -- changed [commit]`: the unit tests that import a file changed since the commit (HEAD if none is named).
 * Further arguments go to Vitest, e.g. a path. Nothing that a test started outlives the run.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/builds.mjs';
import { giveUp, say } from './lib/console.mjs';
import { ensurePrograms } from './lib/debian.mjs';
import { install } from './lib/install.mjs';
import { endEarlierRuns, endLeftovers, runFolder } from './lib/leftovers.mjs';
import { node24 } from './lib/node24.mjs';
import { inRoot } from './lib/places.mjs';
import { run } from './lib/run.mjs';
import { totalsLine } from './totals-reporter.mjs';

const PROJECTS = { unit: ['unit', 'admin'], e2e: ['e2e'] };
const { projects, args } = chosen(process.argv.slice(2));

await install();
if (!(await ensurePrograms())) giveUp('The tests cannot run without these programs.');
await build();
for (const command of endEarlierRuns())
  say(`An earlier run was killed and has left this, and it was ended: ${command}`);
const folder = runFolder();
const totals = join(folder.env.TMPDIR, 'totals.json');
const vitest = [
  inRoot('node_modules/vitest/vitest.mjs'),
  'run',
  ...projects.map((name) => `--project=${name}`),
  ...args,
];
// Tests start the server hundreds of times: what Node compiled for the first start serves all others.
const env = {
  ...folder.env,
  GOALPOST_TOTALS: totals,
  NODE_COMPILE_CACHE: join(folder.env.TMPDIR, 'compiled'),
};
const code = await run(node24(), vitest, { env });
const left = endLeftovers(folder.mark);
const counts = existsSync(totals)
  ? JSON.parse(readFileSync(totals, 'utf8'))
  : { passed: 0, failed: 0, skipped: 0 };
folder.remove();
for (const command of left) say(`A test left this running, and it was ended: ${command}`);
counts.failed += left.length;
// A run that ended before its end, or badly for another reason, has not passed.
if (code !== 0 && counts.failed === 0) counts.failed = 1;
say(`\n${totalsLine(counts)}`);
process.exit(code === 0 && left.length > 0 ? 1 : code);

function chosen([first, ...rest]) {
  if (first === 'changed') {
    const [commit, ...others] = rest[0]?.startsWith('-') ? [undefined, ...rest] : rest;
    const changed = commit === undefined ? '--changed' : `--changed=${commit}`;
    // Tests of the whole system start it as a program: no import tells what they depend on.
    return { projects: PROJECTS.unit, args: [changed, '--passWithNoTests', ...others] };
  }
  if (Object.hasOwn(PROJECTS, first)) return { projects: PROJECTS[first], args: rest };
  return { projects: Object.values(PROJECTS).flat(), args: first === undefined ? [] : [first, ...rest] };
}
