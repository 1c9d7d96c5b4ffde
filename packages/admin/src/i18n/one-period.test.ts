/** Sentences around values that end in a period of their own. */
import i18next from 'i18next';
import { expect, it } from 'vitest';
import { makeFormat } from '../ui/format.ts';
import { onePeriod } from './one-period.ts';

const instance = i18next.createInstance();
await instance.use(onePeriod).init({
  lng: 'ru',
  postProcess: [onePeriod.name],
  interpolation: { escapeValue: false },
  resources: { ru: { translation: { said: 'С {{value}}. Дальше {{value}}.' } } },
});
const format = makeFormat('ru', 'UTC');

it.each([
  [format.day('2026-11-30'), 'С 30 ноября 2026 г. Дальше 30 ноября 2026 г.'],
  [format.dayShort('2026-11-30'), 'С 30 нояб. Дальше 30 нояб.'],
  ['5', 'С 5. Дальше 5.'],
  ['и так далее..', 'С и так далее... Дальше и так далее...'],
  ['../x', 'С ../x. Дальше ../x.'],
])('%s', (value, said) => {
  expect(instance.t('said' as never, { value } as never)).toBe(said);
});
