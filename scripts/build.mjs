/** `npm run build`: builds the tag and the admin. */
import { build } from './lib/builds.mjs';
import { install } from './lib/install.mjs';

await install();
await build({ force: true });
