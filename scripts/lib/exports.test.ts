/** Exports that no file takes, broken on purpose. */
import { expect, it } from 'vitest';
import { exportsForTests, unreachedFiles, unusedExports } from './exports.mjs';
import { readModule } from './modules.mjs';

const DOORS = { '@goalpost/a': 'a/index.ts' };
const unused = (files: Readonly<Record<string, string>>): readonly string[] =>
  unusedExports(
    Object.entries(files).map(([path, text]) => readModule(path, text, DOORS)),
    (path: string) => path.startsWith('a/'),
  ).map((sentence: string) => sentence.replace(/, which .*/, ''));

it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ['a name that no file takes', { 'a/x.ts': 'export const one = 1;' }, ['a/x.ts exports one']],
  [
    'a chain of files that pass it on, and none at its end',
    {
      'a/x.ts': 'export const one = 1;',
      'a/y.ts': "export { one as two } from './x.ts';",
      'a/index.ts': "export * from './y.ts';",
    },
    ['a/x.ts exports one', 'a/y.ts exports two'],
  ],
  [
    'a door that offers what only its own room takes',
    {
      'a/x.ts': 'export interface One {}',
      'a/index.ts': "export type { One } from './x.ts';",
      'a/y.ts': "import type { One } from './x.ts';",
    },
    ['a/index.ts exports One'],
  ],
  [
    'a name that only a comment has beside its declaration',
    { 'a/x.ts': '/** As one says. */\nexport const one = 1; // one' },
    ['a/x.ts exports one'],
  ],
  [
    'a migration in no list, which names its table alike',
    { 'a/x.ts': "export const parcels = (db) => db.createTable('parcels');" },
    ['a/x.ts exports parcels'],
  ],
])('are said: %s', (_, files, said) => expect(unused(files)).toEqual(said));

it.each<[string, Readonly<Record<string, string>>]>([
  [
    'by its new name, through two files and the door of a package',
    {
      'a/x.ts': 'export const one = 1;',
      'a/y.ts': "export { one as two } from './x.ts';",
      'a/index.ts': "export * from './y.ts';",
      'b.ts': "import { two } from '@goalpost/a';",
    },
  ],
  ['when a line runs', { 'a/x.ts': 'export const one = 1;', 'b.ts': "await import('./a/x.ts');" }],
  ['as a type', { 'a/x.ts': 'export type One = 1;', 'b.ts': "type B = import('./a/x.ts').One;" }],
  ['as one of all', { 'a/x.ts': 'export const one = 1;', 'b.ts': "import * as x from './a/x.ts';" }],
  [
    'as the default',
    { 'a/x.ts': 'const one = 1;\nexport default one;', 'b.ts': "import x from './a/x.ts';" },
  ],
  [
    'within its own file',
    { 'a/x.ts': 'export interface One {}\nexport const two = (one: One) => one;\ntwo({});' },
  ],
  ['outside of what is held', { 'b.ts': 'export const one = 1;' }],
])('are taken: %s', (_, files) => expect(unused(files)).toEqual([]));

it('what only its own test takes is in no list', () => {
  const files = {
    'a/list.ts': "import { one } from './one.ts';\none();",
    'a/one.ts': 'export const one = () => 1;',
    'a/two.ts': 'export const two = () => 2;',
    'a/three.ts': 'export const three = () => 3;\nthree();',
    'a/door.ts': "export { one } from './one.ts';",
    'a/all.test.ts':
      "import { two } from './two.ts';\nimport { three } from './three.ts';\nimport { one } from './door.ts';",
  };
  const modules = Object.entries(files).map(([path, text]) => readModule(path, text));
  const isTest = (path: string) => path.endsWith('.test.ts');
  expect(exportsForTests(modules, () => true, isTest)).toEqual([
    'a/two.ts exports two, which only tests take: list it, or take it away.',
  ]);
});

it('what no file imports never runs', () => {
  const file = (path: string, ...imports: string[]) => ({ path, imports });
  const files = [
    file('packages/server/src/main.ts', 'packages/server/src/kit/a.ts'),
    file('packages/server/src/kit/a.ts'),
    file('packages/server/src/kit/b.ts', 'packages/server/src/kit/a.ts'),
    file('packages/server/src/kit/b.test.ts', 'packages/server/src/kit/b.ts'),
    file('packages/admin/src/i18n/library.d.ts'),
    file('packages/contract/src/chat/index.ts'),
    file('packages/tag/src/loaded.ts'),
  ];
  const isHeld = (path: string) => !/^packages\/tag\/|\.test\.ts$/.test(path);
  expect(unreachedFiles(files, isHeld, ['packages/contract/src/chat/index.ts'])).toEqual([
    'packages/server/src/kit/b.ts is imported by no file: import it, or take it away.',
  ]);
});
