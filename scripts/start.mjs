/** `npm start`: installs and builds what is missing, then runs the server. */
import { build } from './lib/builds.mjs';
import { install } from './lib/install.mjs';
import { NODE_FLAGS, node24 } from './lib/node24.mjs';
import { inRoot } from './lib/places.mjs';
import { run } from './lib/run.mjs';

await install();
await build();
process.exit(
  await run(node24(), [...NODE_FLAGS, inRoot('packages/server/src/main.ts'), ...process.argv.slice(2)]),
);
