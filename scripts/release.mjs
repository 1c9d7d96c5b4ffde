/** `npm run release`: `goalpost-<version>.tgz`, with everything built and nothing that only developers need. */
import { build } from './lib/builds.mjs';
import { giveUp } from './lib/console.mjs';
import { install } from './lib/install.mjs';
import { NODE_FLAGS, node24 } from './lib/node24.mjs';
import { inRoot } from './lib/places.mjs';
import { run } from './lib/run.mjs';

await install();
await build();
const [folder = inRoot('.release')] = process.argv.slice(2);
// Types are taken out of the sources by Node 24, which may not be the one that runs this script.
const code = await run(node24(), [...NODE_FLAGS, inRoot('scripts/lib/release-folder.mjs'), folder]);
if (code !== 0) giveUp('The package could not be made.');
process.exit(await run('npm', ['pack', folder, '--pack-destination', folder, '--silent']));
