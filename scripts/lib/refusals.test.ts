/** Whatever the server refuses by has its Russian words, so that no Russian screen shows an English sentence. */
import { RE2JS } from 're2js';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { createRefusalWords } from '../../packages/admin/src/i18n/refusal-words.ts';
import { readNowBy } from '../../packages/server/src/kit/schemas/issues.ts';
import { refusals } from '../../packages/admin/src/i18n/ru/refusals/index.ts';
import { sayInRussian } from '../../packages/admin/src/i18n/ru/refusals/say.ts';
import { readModules, refusalsOf, untold } from './refusals.mjs';

const root = new URL('../..', import.meta.url).pathname;
const english = (text: string): string[] => text.match(/\b[a-z]{3,}(?: [a-z]{2,})+\b/g) ?? [];

it('finds sentences through names, arguments, answers, tables and faults', () => {
  const found = refusalsOf(readModules(root));
  for (const sentence of [
    'There is no such board.',
    'There is no counter {}.',
    'the value must not be empty',
    'expected {}, found {}',
    'an address such as shop.example or shop.example/store is needed',
    'age, gender and interests of visitors are not collected',
    'The records database cannot be used now: {}.',
    'an address that begins with https:// is needed',
  ])
    expect(found.has(sentence), sentence).toBe(true);
  expect(
    untold(found, refusals).map(([sentence, file]) => `${file}: ${JSON.stringify(sentence)}`),
    'write these in packages/admin/src/i18n/ru/refusals',
  ).toEqual([]);
});

it('names only values that the sentence has', () => {
  const wrong = Object.entries(refusals).filter(([sentence, words]) => {
    const values = sentence.split('{}').length - 1;
    return [...words.matchAll(/\{(\d)!?\}/g)].some(([, place]) => Number(place) > values);
  });
  expect(wrong).toEqual([]);
});

it('says every sentence with its values in place', () => {
  const say = createRefusalWords(refusals);
  for (const [sentence, words] of Object.entries(refusals)) {
    if (!/\p{L}{3}/u.test(words.replaceAll(/\{\d!?\}/g, ''))) continue;
    let at = 0;
    const given = sentence.replaceAll('{}', () => `q${++at}`);
    const expected = words.replaceAll(/\{(\d)!?\}/g, 'q$1');
    expect(say(given)?.toLowerCase(), given).toBe(expected.toLowerCase());
  }
});

it.each([
  [
    'Wrong value of "goal.conditions.0.url": the value must not be empty.',
    'Неверное значение «goal.conditions.0.url»: значение не должно быть пустым.',
  ],
  [
    'filters, character 12: expected an operator, found the end',
    'filters, знак 12: ожидалось: оператор; найдено: конец',
  ],
  ['metrics, item 2: unknown metric "ym:s:nope"', 'metrics, номер 2: неизвестно: показатель "ym:s:nope"'],
  [
    'Wrong value of "channel.url": an address that begins with https:// is needed.',
    'Неверное значение «channel.url»: нужен адрес, который начинается с https://.',
  ],
  ['This token may not do this.', 'Этот токен не даёт на это права.'],
  ['ann@shop.example owns this counter.', 'ann@shop.example владеет этим счётчиком.'],
])('says %s', (sentence, words) => expect(sayInRussian({ message: sentence })).toBe(words));

it('says at least of which kind a refusal is that it does not know', () => {
  expect(sayInRussian({ message: 'Nobody wrote this.', error_type: 'conflict', location: 'goal.name' })).toBe(
    'Это противоречит тому, что уже есть (goal.name)',
  );
  expect(sayInRussian({ message: 'reason: Nobody wrote this.', error_type: 'timeout' })).toBe(
    'Это заняло слишком много времени',
  );
});

it.each([
  [z.string(), 5],
  [z.string().min(3), ''],
  [z.string().max(1), 'long'],
  [z.string().length(3), 'ab'],
  [z.number().int(), 1.5],
  [z.number().min(1), 0],
  [z.number().lt(1), 7],
  [z.number().multipleOf(5), 7],
  [z.enum(['a', 'b']), 'c'],
  [z.literal('a'), 'c'],
  [z.strictObject({}), { more: 1 }],
  [z.strictObject({}), { more: 1, andMore: 2 }],
  [z.array(z.string()).max(1), ['a', 'b']],
  [z.array(z.string()).min(1), []],
  [z.email(), 'no'],
  [z.url(), 'no'],
  [z.string().regex(/^a$/), 'no'],
  [z.string().startsWith('a'), 'no'],
  [z.union([z.string(), z.boolean()]), 1],
  [z.record(z.string().max(1), z.string()), { long: 'a' }],
  [z.discriminatedUnion('type', [z.object({ type: z.literal('a') })]), { type: 'c' }],
  [z.iso.date(), 'no'],
  [z.iso.datetime(), 'no'],
  [z.iso.time(), 'no'],
  [z.uuid(), 'no'],
  [z.ipv4(), 'no'],
  [z.string().endsWith('a'), 'no'],
  [z.string().includes('a'), 'no'],
  [z.boolean(), 1],
  [z.array(z.string()), 1],
  [z.object({}), []],
  [z.null(), 1],
  [z.number().gt(1), 0],
  [z.array(z.string()).length(2), []],
  [z.set(z.string()).min(1), new Set()],
  [z.map(z.string(), z.string()).min(1), new Map()],
  [z.map(z.string(), z.string()).max(0), new Map([['a', 'b']])],
  [z.union([z.string().min(3), z.number().int()]), 1.5],
  [z.union([z.string().min(3), z.string().email()]), 'a'],
])('says in plain words what a value lacks, %#', (schema, given) => {
  const read = readNowBy(schema, given);
  for (const { why } of read.success ? [] : read.faults) {
    expect(why).not.toMatch(/Invalid|expected|Too |<=|>=/);
    const said = createRefusalWords(refusals)(why);
    expect(said, why).not.toBeNull();
    expect(english(said ?? ''), why).toEqual([]);
  }
  expect(read.success).toBe(false);
});

it.each(['(', '[', '*', 'a**', String.raw`\8`, '(?<a', ')', '(?=x)', 'a{2000}', '\\', '[z-a]'])(
  'says what is wrong with the expression %s',
  (pattern) => {
    let message = '';
    try {
      RE2JS.compile(pattern);
    } catch (error) {
      message = error instanceof Error ? error.message : '';
    }
    const said = sayInRussian({
      message: `Wrong value of "goal.conditions.0.url": not a regular expression that can be used: ${message}.`,
    });
    expect(english(said), `${message} → ${said}`).toEqual([]);
  },
);
