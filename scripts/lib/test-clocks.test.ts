import { expect, it } from 'vitest';
import { clockBreaches, isTestFile } from './test-clocks.mjs';

it.each([
  'await new Promise((resolve) => setTimeout(resolve, 50));',
  "import { setTimeout as sleep } from 'node:timers/promises';",
  'await page.waitForTimeout(100);',
  'expect(performance.now() - startedAt).toBeLessThan(1_000);',
  'while (Date.now() < until) await look();',
  'const deadline = Date.now() + 60_000;',
  "await page.getByText('Saved').waitFor({ timeout: 8_000 });",
  '}, 30_000);',
  '}, 240_000);',
])('is refused: %s', (line) => {
  expect(clockBreaches(`ok\n${line}`)).toEqual([expect.stringMatching(/^2: /)]);
});

it.each([
  'const at = Date.now();',
  'new DatabaseSync(file, { timeout: 0 });',
  'await expect.poll(() => rows()).toBe(1);',
  'await vi.waitUntil(isThere, { timeout: 120_000 });',
])('is taken: %s', (line) => expect(clockBreaches(line)).toEqual([]));

it('tests and what they stand on are looked at, and nothing else', () => {
  const paths = [
    'packages/a/src/b.test.ts',
    'packages/a/test/b.ts',
    'e2e/a/b.ts',
    'packages/a/src/test-b.ts',
  ];
  expect(paths.filter(isTestFile)).toEqual(paths);
  expect(['packages/a/src/b.ts', 'scripts/test.mjs'].filter(isTestFile)).toEqual([]);
});
