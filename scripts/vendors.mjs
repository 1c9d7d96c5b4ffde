/** Writes docs/vendors.md from the declarations of vendors: `npm run vendors`. */
import { writeFileSync } from 'node:fs';
import { say } from './lib/console.mjs';
import { node24 } from './lib/node24.mjs';
import { inRoot } from './lib/places.mjs';
import { capture } from './lib/run.mjs';

if (Number(process.versions.node.split('.')[0]) < 24) {
  const { code, output } = await capture(node24(), [inRoot('scripts/vendors.mjs')]);
  say(output.trimEnd());
  process.exitCode = code;
} else {
  const { vendorsDocument } = await import('./lib/vendors-document.mjs');
  writeFileSync(inRoot('docs/vendors.md'), vendorsDocument());
  say('docs/vendors.md is written.');
}
