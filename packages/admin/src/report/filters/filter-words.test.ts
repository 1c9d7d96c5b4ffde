import { FilterFault, parseFilter } from '@goalpost/contract/reports/filters';
import i18next from 'i18next';
import { beforeAll, expect, it } from 'vitest';
import { en } from '../../i18n/en.ts';
import { ru } from '../../i18n/ru.ts';
import { filterWords, type Wording } from './filter-words.ts';

beforeAll(async () => {
  await i18next.init({ lng: 'en', resources: { en: { translation: en }, ru: { translation: ru } } });
});

function words(text: string, language = 'en'): string {
  const filter = parseFilter(text);
  if (filter instanceof FilterFault) throw filter;
  const wording: Wording = {
    t: i18next.getFixedT(language),
    language,
    goal: (id) => id,
    segment: (id) => (id === '7' ? 'Mobile buyers' : id),
    value: (_name, value) => value,
  };
  return filterWords(filter, wording);
}

it('[M144] a segment is said by its name, and by its number where that is not known', () => {
  expect(words('ym:s:segment==7')).toBe('Segment Mobile buyers');
  expect(words('ym:s:segment=.(7,8)')).toBe('Segment Mobile buyers, 8');
  expect(words('ym:s:segment!=7')).toBe('Not in segment Mobile buyers');
  expect(words('ym:s:segment==7', 'ru')).toBe('Сегмент Mobile buyers');
});
