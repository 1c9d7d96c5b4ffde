/** Plain words, broken on purpose. */
import { describe, expect, it } from 'vitest';
import { commentsOf, unopened, wordBreaches } from './words.mjs';

const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
const faults = (text: string) => wordBreaches('a.ts', text);

describe('comments', () => {
  it.each([
    `/** ${words(20)}. ${words(30)}. */\n`,
    `/** Short, for e.g. two lines:\n * ${words(10)}. */\n`,
    `const somebody = 'anew'; // a name is no comment\n`,
    `/** Asks again. */\nconst url = 'https://nobody.example/';\n`,
  ])('in plain words are taken: %j', (text) => expect(faults(text)).toEqual([]));

  it.each([
    [`/** ${words(21)}. */\n`, 'a.ts: its first sentence has 21 words; at most 20.'],
    [`/**\n * ${words(11)}\n * ${words(11)} */\n`, 'a.ts: its first sentence has 22 words'],
    [`/** Short. */\n\n/** Asked anew. */\n`, 'a.ts:3: "anew" in a comment; write again'],
    [`const a = 1; // Nobody waits.\n`, 'a.ts:1: "Nobody" in a comment'],
    [`/**\n * Short.\n * Read meanwhile.\n */\n`, 'a.ts:3: "meanwhile" in a comment'],
  ])('that are not plain are one sentence: %j', (text, sentence) =>
    expect(faults(text)).toEqual([expect.stringContaining(sentence)]),
  );

  it('are found with their lines', () => {
    expect(commentsOf('a();\n// one\nb(); // two\n/* three */').map(({ line }) => line)).toEqual([2, 3, 4]);
  });
});

it('a file says first what it is', () => {
  expect(unopened('a.ts', "import { b } from './b.ts';\n/** Late. */\n")).toEqual([
    'a.ts does not begin with a sentence that says what it is, as in "/** … */".',
  ]);
  for (const [path, text] of [
    ['a.ts', '/** Asks. */\n'],
    ['a.mjs', '#!/usr/bin/env node\n/** Asks. */\n'],
    ['a.test.ts', "it('asks');"],
    ['vite.config.ts', ''],
  ] as const)
    expect(unopened(path, text)).toEqual([]);
});
