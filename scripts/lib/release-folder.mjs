/** Fills a folder with what the package holds; run by `npm run release` under Node 24. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot } from './places.mjs';
import { releaseManifest } from './release-manifest.mjs';
import { releaseSources } from './release-sources.mjs';

/** Programs of the package: the command, and those that it starts as processes and threads of their own. */
const PROGRAMS = [
  'packages/server/src/goalpost.ts',
  'packages/server/src/main.ts',
  'packages/server/demo/main.ts',
  'packages/server/src/stores/olap/engine/main.ts',
  'packages/server/src/boot/processing/thread.ts',
  'packages/server/src/boot/watchdog/thread.ts',
];
const COPIED = [
  'bin',
  'packages/admin/dist',
  'packages/tag/dist',
  'packages/widget/dist',
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  'deploy',
];
const WORKSPACES = ['contract', 'tag', 'widget'];

const [folder] = process.argv.slice(2);
const text = (path) => readFileSync(inRoot(path), 'utf8');
const manifest = (path) => JSON.parse(text(path));

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const workspace = Object.fromEntries(
  WORKSPACES.flatMap((name) =>
    Object.entries(manifest(`packages/${name}/package.json`).exports).map(([door, file]) => [
      `@goalpost/${name}${door.slice(1)}`,
      `packages/${name}/${file.slice(2)}`,
    ]),
  ),
);
for (const [path, script] of releaseSources(PROGRAMS, text, workspace)) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), script);
}
for (const path of COPIED) cpSync(inRoot(path), join(folder, path), { recursive: true });
const root = manifest('package.json');
const server = manifest('packages/server/package.json');
const { name, version, type } = server;
writeFileSync(
  join(folder, 'packages/server/package.json'),
  `${JSON.stringify({ name, version, type }, null, 2)}\n`,
);
const made = releaseManifest(root, server, manifest('packages/contract/package.json'));
writeFileSync(join(folder, 'package.json'), `${JSON.stringify(made, null, 2)}\n`);
