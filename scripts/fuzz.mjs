/**
 * `npm run fuzz`: broken input against a real server, for as long as wanted. `-- --seed 7 --count 100000
 * --minutes 10 --only wire,api`; a seed gives the same inputs again.
 */
import { build } from './lib/builds.mjs';
import { install } from './lib/install.mjs';
import { NODE_FLAGS, node24 } from './lib/node24.mjs';
import { inRoot } from './lib/places.mjs';
import { run } from './lib/run.mjs';

await install();
await build();
process.exit(await run(node24(), [...NODE_FLAGS, inRoot('e2e/fuzz/main.ts'), ...process.argv.slice(2)]));
