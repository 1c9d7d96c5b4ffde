/** Which files are tests or serve tests alone, and which of them run. Pure. */

import { matchesGlob } from 'node:path';

/** @param {string} path from the root of the repository */
export function isTestFile(path) {
  return (
    /\.(?:test|contract)\.tsx?$/.test(path) ||
    /^(?:e2e|packages\/[^/]+\/test)\/.*\.tsx?$/.test(path) ||
    /(?:^|\/)test-[^/]*\.ts$/.test(path)
  );
}

/** Which tests each project of vitest.config.ts runs. */
export const RUN = {
  unit: ['packages/*/src/**/*.test.ts', 'packages/*/test/**/*.test.ts', 'scripts/**/*.test.ts'],
  admin: ['packages/admin/**/*.test.ts'],
  e2e: ['e2e/**/*.test.ts'],
};
const RUN_BY_ANY = Object.values(RUN).flat();
const NAMED_TEST = /\.(?:test|spec)\.[cm]?[jt]sx?$/;

/** @returns {string[]} a sentence for each test that no project of vitest.config.ts runs */
export function unrunTests(paths) {
  return paths
    .filter((path) => NAMED_TEST.test(path) && !RUN_BY_ANY.some((glob) => matchesGlob(path, glob)))
    .map(
      (path) => `${path} is run by no project of vitest.config.ts: call it .test.ts, where tests are run.`,
    );
}
