import { REPORTS } from '@goalpost/contract/reports/catalogue';
import i18next, { type TFunction } from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { en } from '../../i18n/en.ts';
import { ru } from '../../i18n/ru.ts';
import { shownGroups } from './groups.ts';

const words: Record<'en' | 'ru', TFunction> = { en: i18next.t, ru: i18next.t };
beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: en }, ru: { translation: ru } } });
  words.en = i18next.getFixedT('en');
  words.ru = i18next.getFixedT('ru');
});

const shown = (text: string, language: 'en' | 'ru' = 'en') =>
  shownGroups(text, { t: words[language], language, role: 'own' });
const keys = (text: string, language?: 'en' | 'ru') =>
  shown(text, language).flatMap(({ entries }) => entries.map(({ key }) => key));

it('[M126] lists every report once, in the eight groups', () => {
  expect(shown('').map(({ id }) => id)).toEqual([
    'sources',
    'pages',
    'audience',
    'technology',
    'conversions',
    'commerce',
    'chat',
    'monitoring',
  ]);
  const reports = keys('').filter((key) => !key.startsWith('/'));
  expect(reports.toSorted()).toEqual(REPORTS.map(({ id }) => id).toSorted());
});

it('[M126] finds by title, dimension, metric and group, whatever the case and the order of words', () => {
  expect(keys('UTM')).toContain('tags_u_t_m');
  expect(keys('brand')).toContain('top_brands');
  expect(keys('rating')).toContain('chat_operators');
  expect(keys('order COUPON')).toEqual(['coupon']);
  expect(keys('бренд', 'ru')).toContain('top_brands');
  expect(keys('no such thing')).toEqual([]);
});

it('shows an operator no screen that is not theirs to open', () => {
  const own = shownGroups('', { t: words.en, language: 'en', role: 'own' }).length;
  const chat = shownGroups('', { t: words.en, language: 'en', role: 'chat' });
  expect(own).toBe(8);
  expect(
    chat
      .flatMap(({ entries }) => entries)
      .some(({ kind, key }) => kind === 'screen' && key.endsWith('/overview')),
  ).toBe(false);
});
