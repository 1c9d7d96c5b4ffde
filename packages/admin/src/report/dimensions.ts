/** Dimensions of reports as the API spells them, and their values in words. */
import type { DimensionValue } from '@goalpost/contract/reports';
import type { ReportScope } from '@goalpost/contract/reports/catalogue';
import { fullName, type DimensionId } from '@goalpost/contract/reports/names';
import { TRAFFIC_SOURCES } from '@goalpost/contract/traffic-sources';
import type { TFunction } from 'i18next';

/** What a reader may break a goal down by. */
export const BREAK_DOWNS = [
  '<attribution>TrafficSource',
  '<attribution>SourceEngine',
  '<attribution>SearchPhrase',
  '<attribution>UTMSource',
  '<attribution>UTMMedium',
  '<attribution>UTMCampaign',
  '<attribution>UTMContent',
  '<attribution>UTMTerm',
  'startURLPath',
  'deviceCategory',
  'browser',
  'operatingSystemRoot',
  'regionCountry',
] as const satisfies readonly DimensionId[];

/** The name as it stands in the address of a screen. */
export const shortName = (id: DimensionId): string => id.replace('<attribution>', '');

/** The full name in the API; sources are of the attribution that the question says. */
export const spelled = (id: DimensionId, scope?: ReportScope): string => fullName(shortName(id), scope);

/** `saved` comes with what was recorded elsewhere. */
const SOURCES = [...TRAFFIC_SOURCES, 'saved'] as const;
const DEVICES = ['desktop', 'mobile', 'tablet', 'tv'] as const;

/** A value as the screens say it; the server's own name, which comes in the reader's language, for the others. */
export function valueName(t: TFunction, dimension: DimensionId, value: DimensionValue | undefined): string {
  const id = String(value?.id ?? '');
  const source = dimension === '<attribution>TrafficSource' && SOURCES.find((known) => known === id);
  if (source) return t(`source.${source}`);
  const device = dimension === 'deviceCategory' && DEVICES.find((known) => known === id);
  if (device) return t(`device.${device}`);
  const name = value?.name ?? '';
  return name === '' ? t('report.unset') : name;
}

/** Countries have names in every browser. @param code two capital letters */
export const countryName = (code: string, language: string): string =>
  new Intl.DisplayNames([language], { type: 'region' }).of(code) ?? code;

/** Conditions of reports of costs are those of visits: they hold in other reports, too. */
export const filterScope = (scope: ReportScope | undefined): ReportScope | undefined =>
  scope === 'ev' ? undefined : scope;

/** A value as a filter compares it. */
export function filterFor(dimension: DimensionId, value: DimensionValue, scope?: ReportScope): string {
  const raw = String(value.id ?? value.name ?? '');
  return `${spelled(dimension, filterScope(scope))}=='${raw.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
