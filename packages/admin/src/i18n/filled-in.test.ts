/** The quick way of filling in a sentence writes each one of both languages as the library does. */
import i18next from 'i18next';
import { expect, it } from 'vitest';
import { en } from './en.ts';
import { filledIn } from './filled-in.ts';
import { onePeriod } from './one-period.ts';
import { ru } from './ru.ts';

type Words = { readonly [key: string]: string | Words };

const keysOf = (words: Words, before = ''): string[] =>
  Object.entries(words).flatMap(([key, word]) =>
    typeof word === 'string' ? [before + key] : keysOf(word, `${before}${key}.`),
  );

const instance = i18next.createInstance();
await instance.use(onePeriod).init({
  lng: 'en',
  fallbackLng: false,
  postProcess: [onePeriod.name],
  interpolation: { escapeValue: false },
  resources: { en: { translation: en }, ru: { translation: ru } },
});

const LANGUAGES = [
  ['en', en],
  ['ru', ru],
] as const;
const VALUES = ['5', 7, '', '30 нояб.', 'a..', '$& $1', '$t(word.loading)', '{{n}}', '<b>'];

it.each(LANGUAGES)('%s', (language, words) => {
  const look = instance.getFixedT(language);
  let quick = 0;
  for (const key of keysOf(words as Words)) {
    const sentence: unknown = instance.getResource(language, 'translation', key);
    const names = [...String(sentence).matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
    for (const value of names.length === 0 ? [''] : VALUES) {
      const values = Object.fromEntries(names.map((name) => [name, value]));
      const written = filledIn(sentence, values);
      if (written === null) continue;
      quick += 1;
      expect(written, key).toBe(look(key as never, values as never));
    }
  }
  // Else the library would write them all, and this would say nothing.
  expect(quick).toBeGreaterThan(1_000);
});

it.each([
  ['of another form', 'one', { count: 1 }],
  ['with another within it', '$t(word.loading)', {}],
  ['that lacks a value', 'by {{name}}', {}],
  ['of no text', undefined, {}],
  ['with a place of its own grammar', 'by {{name, uppercase}}', { name: 'a' }],
  ['with a value in its grammar', 'by {{name}}', { name: '$t(word.loading)' }],
])('leaves a sentence %s to the library', (_, sentence, values) => {
  expect(filledIn(sentence, values)).toBeNull();
});
