/** What visitors came with, and from which country. */
import { defineDimension, type Dimension } from '../dimension.ts';
import type { KnownValues } from '../known-values.ts';
import { EVERYWHERE } from '../scopes/scopes.ts';
import { fromTable, type Names } from '../shape/words.ts';
import { BROWSER_VALUES, DEVICE_VALUES, SYSTEM_VALUES } from './agents.ts';
import { CONTINENT_VALUES, continentLabel, continentSql } from './continents.ts';
import { COUNTRIES, countryLabel } from './countries.ts';

const DEVICES: Names = {
  desktop: { en: 'PC', ru: 'ПК' },
  mobile: { en: 'Smartphones', ru: 'Смартфоны' },
  tablet: { en: 'Tablets', ru: 'Планшеты' },
  tv: { en: 'TV', ru: 'ТВ' },
};

/** A name with its version; without one where that is not known. */
const versioned = (name: string, version: string): string => `trimBoth(concat(${name}, ' ', ${version}))`;

const text = (id: string, sql: string): Dimension =>
  defineDimension({ id, scopes: EVERYWHERE, kind: 'text', sql: () => sql });

const knownText = (
  id: string,
  sql: string,
  known: KnownValues,
  label: NonNullable<Dimension['label']> = itself,
): Dimension => ({ ...text(id, sql), known, label });

const itself = (value: string) => ({ id: value, name: value });

const size = (id: string, column: string): Dimension =>
  defineDimension({ id, scopes: EVERYWHERE, kind: 'number', sql: () => `nullIf(${column}, 0)` });

export const deviceDimensions: readonly Dimension[] = [
  knownText('deviceCategory', 'device_category', DEVICE_VALUES, fromTable(DEVICES)),
  knownText('browser', 'browser', BROWSER_VALUES),
  text('browserAndVersionMajor', versioned('browser', `splitByChar('.', toString(browser_version))[1]`)),
  text('browserAndVersion', versioned('browser', 'browser_version')),
  text('browserLanguage', 'language'),
  knownText('operatingSystemRoot', 'os', SYSTEM_VALUES),
  text('operatingSystem', versioned('os', 'os_version')),
  knownText('regionCountry', 'country', COUNTRIES, countryLabel),
  text('regionArea', 'region'),
  text('regionCity', 'city'),
  knownText('regionContinent', continentSql('country'), CONTINENT_VALUES, continentLabel),
  knownText(
    'browserCountry',
    `upper(extract(language, '[-_]([A-Za-z]{2})(?:$|[-_])'))`,
    COUNTRIES,
    countryLabel,
  ),
  text('browserEngine', 'engine'),
  ...[1, 2, 3, 4].map((parts) =>
    text(
      `browserEngineVersion${parts}`,
      `if(length(splitByChar('.', toString(engine_version))) < ${parts}, '', ${versioned('engine', `arrayStringConcat(arraySlice(splitByChar('.', toString(engine_version)), 1, ${parts}), '.')`)})`,
    ),
  ),
  text('mobilePhone', 'phone_make'),
  text('mobilePhoneModel', 'phone_model'),
  size('screenWidth', 'screen_width'),
  size('screenHeight', 'screen_height'),
];
