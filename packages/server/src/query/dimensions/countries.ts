/** Countries: their letters, their names, and their numbers in the field's tree of regions. */
import type { Dimension } from '../dimension.ts';
import { named, type KnownValues } from '../known-values.ts';
import type { Language } from '../parse/request.ts';

const displayNames = (lang: Language): Intl.DisplayNames =>
  new Intl.DisplayNames(lang, { type: 'region', fallback: 'code' });
/** Made once: a report may name a country in each of 100,000 rows. */
const NAMES: Readonly<Record<Language, Intl.DisplayNames>> = {
  en: displayNames('en'),
  ru: displayNames('ru'),
};

export const countryLabel: NonNullable<Dimension['label']> = (value, { lang }) => ({
  id: value,
  name: /^[A-Z]{2}$/.test(value) ? (NAMES[lang].of(value) ?? value) : value,
});

/** Numbers in the field's public tree of regions, and other names that people use. */
const MORE: KnownValues['names'] = {
  AE: ['210', 'UAE', 'ОАЭ'],
  AM: ['168'],
  AR: ['93'],
  AT: ['113'],
  AU: ['211'],
  AZ: ['167'],
  BE: ['114'],
  BG: ['115'],
  BR: ['94'],
  BY: ['149', 'Белоруссия', 'Республика Беларусь'],
  CA: ['95'],
  CH: ['126'],
  CN: ['134'],
  CY: ['20574'],
  CZ: ['125', 'Czech Republic'],
  DE: ['96'],
  DK: ['203'],
  EE: ['179'],
  EG: ['1056'],
  ES: ['204'],
  FI: ['123'],
  FR: ['124'],
  GB: ['102', 'UK', 'Great Britain'],
  GE: ['169'],
  GR: ['246'],
  HU: ['116'],
  IL: ['181'],
  IN: ['994'],
  IT: ['205'],
  JP: ['137'],
  KG: ['207', 'Киргизия'],
  KR: ['135', 'Южная Корея'],
  KZ: ['159'],
  LT: ['117'],
  LV: ['206'],
  MD: ['208', 'Молдова', 'Молдавия'],
  NL: ['118'],
  NO: ['119'],
  PL: ['120'],
  RS: ['180'],
  RU: ['225', 'Russian Federation', 'Российская Федерация'],
  SE: ['127'],
  SK: ['121'],
  TH: ['995'],
  TJ: ['209'],
  TM: ['170', 'Туркмения'],
  TR: ['983', 'Turkey', 'Türkiye'],
  UA: ['187'],
  US: ['84', 'USA', 'United States of America', 'США'],
  UZ: ['171'],
};

const LETTERS = Array.from({ length: 26 }, (_item, at) => String.fromCodePoint(65 + at));

/** Every pair of letters that has a name, as in ISO 3166-1, without those that another has taken over. */
const CODES = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).filter(
  (code) => NAMES.en.of(code) !== code && new Intl.Locale(`und-${code}`).region === code,
);

export const COUNTRIES: KnownValues = { closed: true, names: named(CODES, MORE) };
