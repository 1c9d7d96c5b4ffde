import { mayOpen } from '@goalpost/contract/management/in-person';
import { may, ROLES } from '@goalpost/contract/management/roles';
import { REPORTS } from '@goalpost/contract/reports/catalogue';
import i18next, { type TFunction } from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { en } from '../../i18n/en.ts';
import { ru } from '../../i18n/ru.ts';
import { CHAT, openTo, REPORTS as MENU } from '../nav.ts';
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

it('[A87] lists for those with limited access what they may open', () => {
  const listed = shownGroups('', { t: words.en, language: 'en', role: 'limited' }).flatMap(({ entries }) =>
    entries.map(({ key }) => key),
  );
  expect(listed).toEqual(expect.arrayContaining(['sources_summary', 'geo_country', 'top_brands']));
  for (const closed of ['purchase', 'visits_by_client_user_id', 'visits_by_user_param', 'event_params'])
    expect(listed).not.toContain(closed);
});

it.each(ROLES)('[A87] the menu of %s leads to no report that is closed to them', (role) => {
  const led = openTo(role, [...MENU, ...CHAT]).flatMap((item) => ('report' in item ? item.report : []));
  for (const id of led)
    expect([
      id,
      mayOpen(
        role,
        REPORTS.find((known) => known.id === id)!,
      ),
    ]).toEqual([id, true]);
  expect(led.length > 0).toBe(may(role, 'report'));
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
