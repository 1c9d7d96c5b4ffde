/** `npm run soak`: hours of everything at a low rate, and whether memory stays flat. `SOAK_HOURS`, `SOAK_HITS` a second. */
import { build } from './lib/builds.mjs';
import { install } from './lib/install.mjs';
import { NODE_ENVIRONMENT, NODE_FLAGS, node24 } from './lib/node24.mjs';
import { inRoot } from './lib/places.mjs';
import { run } from './lib/run.mjs';

await install();
await build();
process.exit(await run(node24(), [...NODE_FLAGS, inRoot('bench/soak.ts')], { env: NODE_ENVIRONMENT }));
