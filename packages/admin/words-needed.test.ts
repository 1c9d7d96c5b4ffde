import { expect, it } from 'vitest';
import { en } from './src/i18n/en.ts';
import { firstOf } from './src/i18n/first.ts';
import { SECTIONS } from './src/i18n/sections.ts';
import { readSources } from './words-needed.ts';

const sources = await readSources();

it('finds screens, dialogs and the words that they say they load', () => {
  expect(sources.loaded.length).toBeGreaterThan(50);
  expect(sources.loaded).toContainEqual(
    expect.objectContaining({
      file: 'goals/goals-page.tsx',
      words: expect.arrayContaining(['goals']) as unknown,
    }),
  );
});

it.each(sources.loaded.map((one) => [one.file, one] as const))(
  'a screen loads all words that it is drawn with: %s',
  (file, { words }) => {
    // Help is fetched for all screens, after the first of them.
    const missing = [...sources.needs(file)].filter(
      (section) => section !== 'help' && !words.includes(section),
    );
    expect(missing, 'name these in withWords(…)').toEqual([]);
  },
);

it('what is there from the start needs no words but the first ones', () => {
  for (const file of ['main.tsx', 'report/page/report-page.tsx'])
    expect(
      [...sources.needs(file)].filter((section) => section !== 'help'),
      file,
    ).toEqual([]);
});

const keysOf = (tree: unknown, path = ''): string[] =>
  typeof tree === 'object' && tree !== null
    ? Object.entries(tree).flatMap(([key, value]) => keysOf(value, `${path}.${key}`))
    : [path];

it('every word of the catalogue is among the first or in a section', async () => {
  const loaded = await Promise.all(Object.values(SECTIONS).map(({ en: load }) => load()));
  const known = new Set([firstOf(en), ...loaded].flatMap((words) => keysOf(words)));
  expect(keysOf(en).filter((key) => !known.has(key))).toEqual([]);
});

it.each(Object.entries(SECTIONS))('a section has the same parts in both languages: %s', async (_, load) => {
  expect(Object.keys(await load.ru())).toEqual(Object.keys(await load.en()));
});
