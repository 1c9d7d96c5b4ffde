/** What is built before the server can serve it: the tag's script, the chat's widget and the admin. */
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { giveUp, say } from './console.mjs';
import { node24 } from './node24.mjs';
import { inRoot } from './places.mjs';
import { capture } from './run.mjs';
import { isStale } from './stale.mjs';

const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');

const BUILDS = [
  {
    name: 'tag',
    output: inRoot('packages', 'tag', 'dist', 'tag.js'),
    sources: ['packages/tag', 'packages/contract/src', 'package-lock.json'].map((path) => inRoot(path)),
    build: () => capture(node24(), [inRoot('scripts', 'build-tag.mjs')]),
  },
  {
    name: 'widget',
    output: inRoot('packages', 'widget', 'dist', 'widget.js'),
    sources: ['packages/widget', 'packages/contract/src', 'package-lock.json'].map((path) => inRoot(path)),
    build: () => capture(node24(), [inRoot('scripts', 'build-widget.mjs')]),
  },
  {
    name: 'admin',
    output: inRoot('packages', 'admin', 'dist', 'index.html'),
    sources: ['packages/admin', 'packages/contract/src', 'package-lock.json'].map((path) => inRoot(path)),
    build: async () => {
      const result = await capture(node24(), [vite, 'build', '--logLevel=warn'], {
        cwd: inRoot('packages', 'admin'),
      });
      if (result.code === 0) compressAssets(inRoot('packages', 'admin', 'dist', 'assets'));
      return result;
    },
  },
];

/**
 * @param {{force?: boolean, only?: readonly string[], keepGoing?: boolean}} options `force`: build also what is up
 * to date; `only`: names of builds; `keepGoing`: say that a build failed instead of ending the script
 */
export async function build({ force = false, only = BUILDS.map((one) => one.name), keepGoing = false } = {}) {
  const due = BUILDS.filter((one) => only.includes(one.name) && (force || isStale(one.output, one.sources)));
  const fail = keepGoing ? say : giveUp;
  await Promise.all(
    due.map(async (one) => {
      say(`Building the ${one.name} …`);
      const { code, output } = await one.build();
      if (code !== 0) fail(`The ${one.name} could not be built:\n${output}`);
    }),
  );
}

/** Once here, instead of at every request. */
function compressAssets(folder) {
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css|svg|json|woff)$/.test(name)) continue;
    const content = readFileSync(join(folder, name));
    const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length };
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, { params }));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}
