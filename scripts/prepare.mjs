/** Before the server starts: installs and builds what is missing, and says where the machine does not do. */
import { build } from './lib/builds.mjs';
import { install } from './lib/install.mjs';
import { node24 } from './lib/node24.mjs';

await install();
await build();
node24();
