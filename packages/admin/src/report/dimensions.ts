/** Dimensions a reader may break a report down by, and their values in words. */
import type { DimensionValue } from '@goalpost/contract';
import type { TFunction } from 'i18next';

export const DIMENSIONS = [
  { id: 'trafficSource', name: 'ym:s:lastsignTrafficSource' },
  { id: 'sourceEngine', name: 'ym:s:lastsignSourceEngine' },
  { id: 'searchPhrase', name: 'ym:s:lastsignSearchPhrase' },
  { id: 'utmSource', name: 'ym:s:lastsignUTMSource' },
  { id: 'utmMedium', name: 'ym:s:lastsignUTMMedium' },
  { id: 'utmCampaign', name: 'ym:s:lastsignUTMCampaign' },
  { id: 'utmContent', name: 'ym:s:lastsignUTMContent' },
  { id: 'utmTerm', name: 'ym:s:lastsignUTMTerm' },
  { id: 'startPath', name: 'ym:s:startURLPath' },
  { id: 'device', name: 'ym:s:deviceCategory' },
  { id: 'browser', name: 'ym:s:browser' },
  { id: 'os', name: 'ym:s:operatingSystemRoot' },
  { id: 'country', name: 'ym:s:regionCountry' },
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export function dimensionOf(id: string | undefined, fallback: Dimension['id'] = 'trafficSource'): Dimension {
  return (
    DIMENSIONS.find((known) => known.id === id) ??
    DIMENSIONS.find((known) => known.id === fallback) ??
    DIMENSIONS[0]
  );
}

const SOURCES = [
  'ad',
  'organic',
  'social',
  'messenger',
  'recommend',
  'email',
  'qrcode',
  'referral',
  'internal',
  'direct',
  'undefined',
  'saved',
] as const;
const DEVICES = ['desktop', 'mobile', 'tablet', 'tv'] as const;

/** A value as the reader's language says it; the server's own name where there is no other. */
export function valueName(
  t: TFunction,
  language: string,
  dimension: Dimension,
  value: DimensionValue | undefined,
): string {
  const id = String(value?.id ?? '');
  const name = value?.name ?? '';
  if (dimension.id === 'trafficSource') {
    const source = SOURCES.find((known) => known === id);
    if (source) return t(`source.${source}`);
  }
  if (dimension.id === 'device') {
    const device = DEVICES.find((known) => known === id);
    if (device) return t(`device.${device}`);
  }
  if (dimension.id === 'country' && /^[A-Za-z]{2}$/.test(id)) {
    return new Intl.DisplayNames(language, { type: 'region' }).of(id.toUpperCase()) ?? name;
  }
  return name === '' ? t('dimension.unset') : name;
}

/** A value as a filter compares it. */
export function filterFor(dimension: Dimension, value: DimensionValue): string {
  const raw = String(value.id ?? value.name ?? '');
  return `${dimension.name}=='${raw.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
