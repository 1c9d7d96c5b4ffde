/** Words of screens in one language, written on purpose. */
import { expect, it } from 'vitest';
import { untranslated } from './untranslated.mjs';

const screen = (element: string): string => `export const A = () => (\n  ${element}\n);`;

it.each([
  ['<p>Nothing here</p>', 'Nothing here'],
  ['<p>{name} говорит</p>', 'говорит'],
  ['<input title="Close it" />', 'Close it'],
  ["<Field label={'Name'} />", 'Name'],
  ['<img alt="Logo" />', 'Logo'],
])('are said: %s', (element, words) =>
  expect(untranslated('a.tsx', screen(element))).toEqual([
    `a.tsx:2: "${words}" is said in one language: write it in i18n, English and Russian.`,
  ]),
);

it.each([
  "<p>{t('nothing')}</p>",
  '<p>→ {count} %</p>',
  '<input placeholder="shop.example" />',
  '<input placeholder="https://" />',
  '<div className="gp-narrow gp-record" role="status" />',
  '<Field label={label} />',
])('are not said: %s', (element) => expect(untranslated('a.tsx', screen(element))).toEqual([]));
