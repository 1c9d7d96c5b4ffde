import { expect, it } from 'vitest';
import { clockBreaches, skippedTests } from './test-clocks.mjs';

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
  "it('x', { timeout: 600_000 }, async () => {",
  '  { timeout: 600_000 },',
  'await vi.waitUntil(() => sent.length > 0);',
  'await vi.waitFor(async () => expect(await rows(1)).toBe(2), { interval: 10 });',
  'const found = await ask(AbortSignal.timeout(60_000));',
  'page.setDefaultTimeout(20_000);',
  '  ROUNDS * PATIENCE_MS,',
  '}, PATIENCE_MS);',
  '}, PATIENCE_MS * 2);',
  '  PATIENCE_MS * 2,',
  'const LONG = PATIENCE_MS * (KILLS + 3);',
  'const left = 1 + Math.floor(Math.random() * 400);',
])('is refused: %s', (line) => {
  expect(clockBreaches(`ok\n${line}`)).toEqual([expect.stringMatching(/^2: /)]);
});

it.each([
  'Math.random = () => 0.5;',
  'const at = Date.now();',
  'new DatabaseSync(file, { timeout: 0 });',
  'await expect.poll(() => rows()).toBe(1);',
  'await vi.waitUntil(isThere, { timeout: 120_000 });',
  'context.setDefaultTimeout(PATIENCE_MS);',
])('is taken: %s', (line) => expect(clockBreaches(line)).toEqual([]));

it.each([
  "it.skip('x', () => {});",
  "it.todo('x');",
  "describe.only('x', () => {",
  "it.skip.each([1])('x', () => {});",
  "it.concurrent.only('x', () => {});",
  "xit('x', () => {});",
  "it('x', { skip: true }, () => {});",
  "it.skipIf(true)('x', () => {});",
])('is a test that does not run, or alone: %s', (line) => {
  expect(skippedTests(`ok\n${line}`)).toEqual([expect.stringMatching(/^2: /)]);
});

it.each(["it.runIf(process.platform === 'linux')('x', () => {});", "it('the skip link', () => {});"])(
  'is a test that runs: %s',
  (line) => expect(skippedTests(line)).toEqual([]),
);
