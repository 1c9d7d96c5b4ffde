/** Every dimension of the API, by its name without `ym:s:` or `ym:pv:`. Its words stand in `en.ts` and `ru.ts`. */
import { DESCRIBED_DIMENSIONS, type DescribedDimension } from './described-dimensions.ts';

const PAGES = ['startURL', 'endURL', 'URL', 'referer'] as const;
const PAGE_PARTS = [
  '',
  'Domain',
  'Path',
  'PathLevel1',
  'PathLevel2',
  'PathLevel3',
  'PathLevel4',
  'PathLevel5',
] as const;
type PageDimension = `${(typeof PAGES)[number]}${(typeof PAGE_PARTS)[number]}`;

const NAMED = [
  'goal',
  'goal<goal_id>IsReached',
  'date',
  'datePeriod<group>',
  'startOfMinute',
  'startOfDekaminute',
  'startOfHour',
  'startOfWeek',
  'startOfMonth',
  'startOfQuarter',
  'startOfYear',
  'hour',
  'dayOfWeek',
  'dayOfMonth',
  'month',
  'year',
  '<attribution>TrafficSource',
  '<attribution>SourceEngine',
  '<attribution>SearchEngineRoot',
  '<attribution>SearchEngine',
  '<attribution>SocialNetwork',
  '<attribution>Messenger',
  '<attribution>RecommendationSystem',
  '<attribution>AdvEngine',
  '<attribution>ReferalSource',
  '<attribution>SearchPhrase',
  '<attribution>UTMSource',
  '<attribution>UTMMedium',
  '<attribution>UTMCampaign',
  '<attribution>UTMContent',
  '<attribution>UTMTerm',
  'deviceCategory',
  'browser',
  'browserAndVersionMajor',
  'browserAndVersion',
  'browserLanguage',
  'operatingSystemRoot',
  'operatingSystem',
  'regionCountry',
  'screenWidth',
  'screenHeight',
  'isRobot',
  'isNewUser',
  'bounce',
  'pageViews',
  'visitDuration',
  'userVisits',
  'counterID',
  'clientID',
  'userClientUserId',
  'title',
] as const;

export type DimensionId = (typeof NAMED)[number] | PageDimension | DescribedDimension;

export const DIMENSIONS: readonly DimensionId[] = [
  ...NAMED,
  ...DESCRIBED_DIMENSIONS,
  ...PAGES.flatMap((page) => PAGE_PARTS.map((part) => `${page}${part}` as const)),
];
