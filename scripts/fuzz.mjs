/**
 * `npm run fuzz`: broken input against a real server, for as long as wanted. `-- --seed 7 --count 100000
 * --minutes 10 --only wire,api`; a seed gives the same inputs again.
 * `npm run fuzz -- properties [--seed 7] [--minutes 10] [--rounds 10] [path…]`: all property tests, by other seeds.
 */
import { build } from './lib/builds.mjs';
import { giveUp } from './lib/console.mjs';
import { ensurePrograms } from './lib/debian.mjs';
import { readPropertyArguments } from './lib/fuzz-arguments.mjs';
import { fuzzProperties } from './lib/fuzz-properties.mjs';
import { install } from './lib/install.mjs';
import { NODE_FLAGS, node24 } from './lib/node24.mjs';
import { inRoot } from './lib/places.mjs';
import { run } from './lib/run.mjs';

const [first, ...rest] = process.argv.slice(2);
const properties = first === 'properties' ? readPropertyArguments(rest, Date.now()) : null;
if (typeof properties === 'string') giveUp(properties);
await install();
if (properties !== null && !(await ensurePrograms())) giveUp('The tests cannot run without these programs.');
await build();
process.exit(
  properties !== null
    ? await fuzzProperties(properties)
    : await run(node24(), [...NODE_FLAGS, inRoot('e2e/fuzz/main.ts'), ...process.argv.slice(2)]),
);
