/** Tests that cannot fail, written on purpose. */
import { expect, it } from 'vitest';
import { idleTests } from './idle-tests.mjs';

it.each([
  ['nothing at all', "it('is so', () => {});"],
  ['a call whose answer is not looked at', "test('is so', () => {\n  work();\n});"],
  ['async, and nothing awaited', "it('is so', async () => { void work(); });"],
  ['of many', "it.each([1, 2])('is so: %s', (one) => work(one));"],
  ['on some machines', "it.skipIf(process.platform === 'win32')('is so', () => { work(); });"],
])('%s: it expects nothing', (_what, text) =>
  expect(idleTests('a.test.ts', text)).toEqual(['1: a test that expects nothing and waits for nothing']),
);

it.each(['expect(work());', 'await expect(work());', 'expect(work(), "why");'])(
  'an expectation without a matcher: %s',
  (line) =>
    expect(idleTests('a.test.ts', `it('is so', async () => {\n  ${line}\n});`)).toEqual([
      '2: an expectation without what is expected: add a matcher, such as toBe',
    ]),
);

it.each([
  "it('is so', () => expect(work()).toBe(1));",
  "it('is so', async () => { await page.waitFor(); });",
  "it('is so', () => fc.assert(fc.property(fc.string(), (text) => work(text))));",
  "it('is so', () => expectRefused(work()));",
  "it('is so', () => { for (const one of all) if (!one) throw new Error('no'); });",
  "it('is so', () => { expect.assertions(1); return work().catch((e) => expect(e).toBe(1)); });",
  "requests.filter(({ url }) => url.includes('visitor'));",
  'const rejected = expect(query).rejects.toThrow();',
])('a test that can fail, and what is none: %s', (text) => expect(idleTests('a.test.ts', text)).toEqual([]));
