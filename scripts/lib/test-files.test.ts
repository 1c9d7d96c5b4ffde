/** Which files are tests, and which of those never run. */
import { expect, it } from 'vitest';
import { isTestFile, unrunTests } from './test-files.mjs';

it('tests and what they stand on are looked at, and nothing else', () => {
  const paths = [
    'packages/a/src/b.test.ts',
    'packages/a/src/b.contract.ts',
    'packages/a/test/b.ts',
    'e2e/a/b.ts',
    'packages/a/src/test-b.ts',
    'test-b.ts',
  ];
  expect(paths.filter(isTestFile)).toEqual(paths);
  expect(['packages/a/src/b.ts', 'scripts/test.mjs'].filter(isTestFile)).toEqual([]);
});

it.each([
  'packages/server/demo/shop.test.ts',
  'packages/server/src/kit/clock.spec.ts',
  'packages/admin/src/ui/note.test.tsx',
  'bench/hits.test.ts',
  'scripts/lib/words.test.mjs',
])('a test that nothing runs is said: %s', (path) =>
  expect(unrunTests([path])).toEqual([
    `${path} is run by no project of vitest.config.ts: call it .test.ts, where tests are run.`,
  ]),
);

it('tests that run, and files that are none, are not said', () =>
  expect(
    unrunTests([
      'packages/server/src/kit/clock.test.ts',
      'packages/server/test/routes.test.ts',
      'packages/admin/words-needed.test.ts',
      'scripts/new.test.ts',
      'scripts/lib/words.test.ts',
      'e2e/path/hit.test.ts',
      'packages/server/src/kit/test-clock.ts',
      'scripts/test.mjs',
    ]),
  ).toEqual([]));
