/** `npm run sql`, `npm run api`: writes committed files again from the sources, after a change that is meant. */
import { giveUp } from './lib/console.mjs';
import { install } from './lib/install.mjs';
import { node24 } from './lib/node24.mjs';
import { inRoot } from './lib/places.mjs';
import { run } from './lib/run.mjs';

/** The test that holds each. */
const TESTS = {
  /** The SQL of all reports. */
  sql: 'packages/server/src/query/sql.test.ts',
  /** The web app's types of requests. */
  api: 'packages/server/test/api-types.test.ts',
};

const test = TESTS[process.argv[2]];
if (test === undefined) giveUp(`Say which: ${Object.keys(TESTS).join(' or ')}.`);
await install();
const vitest = inRoot('node_modules/vitest/vitest.mjs');
process.exit(await run(node24(), [vitest, 'run', '--project=unit', test, '--update']));
