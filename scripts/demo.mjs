/** `npm run demo`: the server with a sample shop and 90 days of generated visits. */
import { build } from './lib/builds.mjs';
import { install } from './lib/install.mjs';
import { NODE_ENVIRONMENT, NODE_FLAGS, node24 } from './lib/node24.mjs';
import { inRoot } from './lib/places.mjs';
import { run } from './lib/run.mjs';

await install();
await build();
process.exit(
  await run(node24(), [...NODE_FLAGS, inRoot('packages/server/demo/main.ts'), ...process.argv.slice(2)], {
    env: { GOALPOST_DATA: process.env.GOALPOST_DATA ?? inRoot('.data/demo'), ...NODE_ENVIRONMENT },
  }),
);
