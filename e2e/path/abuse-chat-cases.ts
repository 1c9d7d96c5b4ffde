/** For the tests of abuse of the chat: single frames that no widget sends. */

const message = (more: string) => `{"type":"message","key":"key-of-an-attack","fileId":null,${more}}`;

type Case = readonly [what: string, text: string];

/** Answered with `malformed` or `too_long`. */
export const REFUSED: readonly Case[] = [
  ['no JSON', '{"type":'],
  ['nothing', ''],
  ['null', 'null'],
  ['a list', '[]'],
  ['a number', '17'],
  ['30,000 lists within each other', '['.repeat(15_000) + ']'.repeat(15_000)],
  ['an unknown type', '{"type":"rule the world"}'],
  ['a type of prototypes', '{"type":"__proto__"}'],
  ['a type that is an object', '{"type":{"toString":"message"}}'],
  ['a text that is a list', message('"text":["x"]')],
  ['a text of spaces', message('"text":"   "')],
  ['a NUL in the text', message(String.raw`"text":"before\u0000after"`)],
  ['a key without end', `{"type":"message","key":"${'k'.repeat(5_000)}","text":"x","fileId":null}`],
  ['a NUL in the key', String.raw`{"type":"message","key":"key\u0000key-key","text":"x","fileId":null}`],
  [
    'half a character in the key',
    String.raw`{"type":"message","key":"key-\ud83d-1","text":"x","fileId":null}`,
  ],
  ['a NUL in a file', String.raw`{"type":"message","key":"key-key-1","text":"x","fileId":"\u0000"}`],
  ['a NUL in a contact', String.raw`{"type":"contact","contact":{"name":"\u0000"}}`],
  ['a rating of a million', '{"type":"rate","rating":1000000,"comment":""}'],
  ['a rating of half a point', '{"type":"rate","rating":1.5,"comment":""}'],
  ['an infinite number', '{"type":"read","seq":1e400}'],
  ['a negative number', '{"type":"read","seq":-1}'],
  ['a thousand fields', `{"type":"custom","fields":[${'{"content":"x"},'.repeat(999)}{"content":"x"}]}`],
  [
    'a title that is too long',
    `{"type":"page","page":{"url":"","title":"${'t'.repeat(500)}","referrer":""}}`,
  ],
];

/** Odd, and taken all the same. */
export const TAKEN: readonly Case[] = [
  [
    '3,000 objects within each other beside what is known',
    message(`"text":"x","x":${'{"a":'.repeat(3_000)}1${'}'.repeat(3_000)}`),
  ],
  ['the biggest number', '{"type":"read","seq":9007199254740991}'],
  ['a lone half of a character', message(String.raw`"text":"half \ud83d of it"`)],
  ['a million of combining marks', message(`"text":"${'a'.padEnd(3_900, '\u0301')}"`)],
  ['writing turned around', message('"text":"\u202Egnp.exe\u202C"')],
];
