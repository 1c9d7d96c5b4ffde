import type { TFunction } from 'i18next';
import { expect, it } from 'vitest';
import { settingWords } from './setting-words.ts';

const t = ((key: string) => key.replace('notes.settings.', '')) as unknown as TFunction;

it.each([
  ['name: Shop, site2, time_zone_name: Europe/Berlin', 'name (Shop), site, zone (Europe/Berlin)'],
  ['id, site2, mirrors2, site, mirrors', 'site, mirrors'],
  ['name: Boots, shoes and more, currency: EUR', 'name (Boots, shoes and more), currency (EUR)'],
  ['autogoals_enabled: true, filter_robots: 1', 'automatic, robots'],
  ['tells_visitor, constructor', ''],
  ['', ''],
])('[M109] %s is said as %s', (details, words) => {
  expect(settingWords(details, t)).toBe(words);
});
