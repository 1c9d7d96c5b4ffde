/** Which reports a text is looked for in, and by which of their dimensions [M149]. */
import type { DimensionId } from './names/dimensions.ts';
import { levelsOf, type Report } from './report.ts';

/**
 * Values are any text, one a row: those of a closed list are few, and a visit of many values shows them all.
 * A report by another text is not searched until it stands here.
 */
const TEXTS: ReadonlySet<DimensionId> = new Set([
  '<attribution>SourceEngine',
  '<attribution>SearchEngineRoot',
  '<attribution>SearchPhrase',
  '<attribution>ReferalSource',
  '<attribution>SocialNetwork',
  '<attribution>Messenger',
  '<attribution>RecommendationSystem',
  '<attribution>AdvEngine',
  '<attribution>UTMSource',
  '<attribution>UTMMedium',
  '<attribution>UTMCampaign',
  '<attribution>UTMContent',
  '<attribution>UTMTerm',
  '<attribution>OpenstatService',
  '<attribution>OpenstatCampaign',
  '<attribution>OpenstatAd',
  '<attribution>OpenstatSource',
  '<attribution>From',
  'userClientUserId',
  'URLPathLevel1',
  'URLPathLevel2',
  'URLPathLevel3',
  'URLPathLevel4',
  'URL',
  'title',
  'startURLPath',
  'startURLPathLevel1',
  'startURLPathLevel2',
  'startURLPathLevel3',
  'startURLPathLevel4',
  'startURL',
  'endURLPathLevel1',
  'endURLPathLevel2',
  'endURLPathLevel3',
  'endURLPathLevel4',
  'endURL',
  'browser',
  'browserAndVersionMajor',
  'browserAndVersion',
  'operatingSystem',
  'screenFormat',
  'screenResolution',
  'mobilePhone',
  'mobilePhoneModel',
  'browserEngine',
  'browserLanguage',
  'regionArea',
  'regionCity',
  'referer',
  'externalReferer',
]);

export const isText = (dimension: DimensionId): boolean => TEXTS.has(dimension);

/** @returns those of every level, outermost first; none where the first level is no text */
export function searchedIn(report: Report): readonly DimensionId[] {
  const levels = levelsOf(report).map(({ dimension }) => dimension);
  const [first] = levels;
  return first !== undefined && isText(first) ? levels.filter(isText) : [];
}
