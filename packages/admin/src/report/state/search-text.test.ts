import { conditionsOf, FilterFault, parseFilter } from '@goalpost/contract/reports/filters';
import { expect, it } from 'vitest';
import { foundBy } from './search-text.ts';

it('[M149] looks in each level, and says nothing where nothing is looked for', () => {
  expect(foundBy('run', ['ym:s:a', 'ym:s:b'])).toBe("ym:s:a=~'(?i)run' OR ym:s:b=~'(?i)run'");
  expect(foundBy('  ', ['ym:s:a'])).toBeUndefined();
  expect(foundBy(undefined, ['ym:s:a'])).toBeUndefined();
  expect(foundBy('run', [])).toBeUndefined();
});

it.each([
  "it's",
  String.raw`a\b`,
  String.raw`\' OR 1`,
  '(',
  '[x',
  'a.b*c+?',
  '{2}|$^',
  '“ё”',
  "' OR ym:s:b=='1",
])('[M149] takes %s as a text and nothing else', (text) => {
  const read = parseFilter(foundBy(text, ['ym:s:a']) ?? '');
  const conditions = read instanceof FilterFault ? [] : conditionsOf(read);
  expect(conditions.map(({ name, operator }) => [name, operator])).toEqual([['ym:s:a', '=~']]);
  // The pattern fits that text alone.
  const written = conditions[0]?.values[0]?.text ?? '';
  const found = new RegExp(written.replace('(?i)', ''), 'i').exec(`before ${text} behind`);
  expect(found?.[0]).toBe(text);
});
