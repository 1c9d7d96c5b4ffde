import { expect, it } from 'vitest';
import { hasNul } from './json-nul.ts';

it.each([
  [String.raw`"\u0000"`, true],
  [String.raw`"a\\\u0000"`, true],
  [String.raw`{"\u0000":1}`, true],
  [String.raw`"\\u0000"`, false],
  [String.raw`"\u0001"`, false],
  ['"plain"', false],
])('%s', (json, expected) => {
  expect(hasNul(json)).toBe(expected);
});
