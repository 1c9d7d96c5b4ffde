/** `npm run sql`: writes the committed SQL of all reports again, after a change that is meant. */
import { install } from './lib/install.mjs';
import { node24 } from './lib/node24.mjs';
import { inRoot } from './lib/places.mjs';
import { run } from './lib/run.mjs';

await install();
const vitest = inRoot('node_modules/vitest/vitest.mjs');
const test = 'packages/server/src/query/sql.test.ts';
process.exit(await run(node24(), [vitest, 'run', '--project=unit', test, '--update']));
