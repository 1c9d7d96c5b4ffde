import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SOURCES = join(import.meta.dirname, '../..');

it('every field of hidden text is the one whose button has a name in both languages', () => {
  const bare = globSync('**/*.tsx', { cwd: SOURCES }).filter((path) =>
    /\bPasswordInput\b/.test(readFileSync(join(SOURCES, path), 'utf8')),
  );
  expect(bare).toEqual([join('ui', 'fields', 'secret-input.tsx')]);
});
