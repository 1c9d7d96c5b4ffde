/** What visitors came with, and from which country. */
import { defineDimension, type Dimension } from '../dimension.ts';
import type { Language } from '../parse/request.ts';
import { fromTable, type Names } from '../shape/words.ts';

const DEVICES: Names = {
  desktop: { en: 'PC', ru: 'ПК' },
  mobile: { en: 'Smartphones', ru: 'Смартфоны' },
  tablet: { en: 'Tablets', ru: 'Планшеты' },
  tv: { en: 'TV', ru: 'ТВ' },
};

/** A name with its version; without one where that is not known. */
const versioned = (name: string, version: string): string => `trimBoth(concat(${name}, ' ', ${version}))`;

const countries = (lang: Language): Intl.DisplayNames =>
  new Intl.DisplayNames(lang, { type: 'region', fallback: 'code' });
/** Made once: a report may name a country in each of 100,000 rows. */
const COUNTRIES: Readonly<Record<Language, Intl.DisplayNames>> = { en: countries('en'), ru: countries('ru') };

const countryLabel: NonNullable<Dimension['label']> = (value, { lang }) => ({
  id: value,
  name: /^[A-Z]{2}$/.test(value) ? (COUNTRIES[lang].of(value) ?? value) : value,
});

const text = (id: string, sql: string, label?: Dimension['label']): Dimension =>
  defineDimension({ id, kind: 'text', sql: () => sql, ...(label === undefined ? {} : { label }) });

const size = (id: string, column: string): Dimension =>
  defineDimension({ id, kind: 'number', sql: () => `nullIf(${column}, 0)` });

export const deviceDimensions: readonly Dimension[] = [
  text('deviceCategory', 'device_category', fromTable(DEVICES)),
  text('browser', 'browser'),
  text('browserAndVersionMajor', versioned('browser', `splitByChar('.', toString(browser_version))[1]`)),
  text('browserAndVersion', versioned('browser', 'browser_version')),
  text('browserLanguage', 'language'),
  text('operatingSystemRoot', 'os'),
  text('operatingSystem', versioned('os', 'os_version')),
  text('regionCountry', 'country', countryLabel),
  size('screenWidth', 'screen_width'),
  size('screenHeight', 'screen_height'),
];
