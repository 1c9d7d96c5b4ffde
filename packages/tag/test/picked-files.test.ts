/** The picker is a script of its own, and has the tag's list of files again: both are the same. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (file: string): string => readFileSync(new URL(`../src/${file}`, import.meta.url), 'utf8');
const LIST = /key\|.*?\|exe/;

it('[W37] the picker takes the same files for downloads as the tag', () => {
  const [list] = LIST.exec(read('modules/links.ts')) ?? [];
  expect(list).toMatch(/xlsx.*csv/);
  expect(LIST.exec(read('picker/elements.ts'))?.[0]).toBe(list);
});
