import { expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

const lock = {
  '': { version: '1' },
  'packages/a': { version: '1' },
  'node_modules/@goalpost/a': { link: true },
  'node_modules/b': { version: '2.0.0' },
  'packages/a/node_modules/c': { version: '3.0.0' },
  'node_modules/for-another-machine': { version: '1.0.0', optional: true },
};
const there = {
  'packages/a': { version: '1' },
  'node_modules/@goalpost/a': { link: true },
  'node_modules/b': { version: '2.0.0' },
  'packages/a/node_modules/c': { version: '3.0.0' },
};

it.each([
  ['the same', there, true],
  ['nothing', null, false],
  ['another version', { ...there, 'node_modules/b': { version: '1.9.0' } }, false],
  ['one missing', { ...there, 'packages/a/node_modules/c': undefined }, false],
  ['one too many', { ...there, 'node_modules/left-over': { version: '1.0.0' } }, false],
])('installed: %s', (_name, installed, expected) => {
  expect(isInstalled(lock, installed && JSON.parse(JSON.stringify(installed)))).toBe(expected);
});
