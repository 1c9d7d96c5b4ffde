/** Presets of the field that have no screen of their own: answered by the API alone [M58]. One line adds one. */
import type { Report } from './report.ts';

const STANDARD = [
  'visits',
  'users',
  'bounceRate',
  'pageDepth',
  'avgVisitDurationSeconds',
  'favoriteGoalsReaches',
  'favoriteGoalsConverted<currency>Revenue',
  'favoriteGoalsUserConversionRate',
];
const SHORT = STANDARD.slice(0, 5);
const LEVELS = ['1', '2', '3', '4', '5'];

/** Names without their prefix. */
const of =
  (prefix: string) =>
  (id: string, dimensions: readonly string[], metrics: readonly string[]): Report => ({
    id,
    dimensions: dimensions.map((name) => prefix + name),
    metrics: metrics.map((name) => prefix + name),
  });

const visits = of('ym:s:');
const standard = (id: string, ...dimensions: readonly string[]): Report => visits(id, dimensions, STANDARD);
const short = (id: string, ...dimensions: readonly string[]): Report => visits(id, dimensions, SHORT);
const pages = of('ym:pv:');
const events = of('ym:ep:');
const levels = (name: string): string[] => LEVELS.map((level) => `${name}Level${level}`);
const paths = (name: string): string[] => [
  ...LEVELS.slice(0, 4).map((level) => `${name}PathLevel${level}`),
  name,
];

const PARAMS = ['visits', 'users', 'paramsNumber', 'sumParams', 'avgParams'];
const PRODUCTS = [
  'visits',
  'users',
  'productImpressions',
  'productBasketsQuantity',
  'productPurchasedQuantity',
  'productPurchased<currency>ConvertedPrice',
];
const BASKET = [
  'visits',
  'users',
  'productBasketsQuantity',
  'productBaskets<currency>ConvertedPrice',
  'productBasketsUniq',
];
const ORDERS = ['visits', 'users', 'ecommercePurchases', 'ecommerce<currency>ConvertedRevenue'];
const CALLS = [
  'offlineCalls',
  'offlineCallsMissed',
  'offlineCallsMissedPercentage',
  'offlineCallsFirstTimeCaller',
  'offlineCallTalkDurationAvg',
  'offlineCall<currency>ConvertedRevenue',
];

export const PRESETS: readonly Report[] = [
  standard(
    'tags_openstat',
    ...['Service', 'Campaign', 'Ad', 'Source'].map((name) => `<attribution>Openstat${name}`),
  ),
  standard('tags_from', '<attribution>From'),
  short('tags_gclid', '<attribution>HasGCLID'),
  standard('visits_by_user_param', ...levels('userParams')),
  standard('deepness_depth', 'pageViewsInterval'),
  standard('deepness_time', 'visitDurationInterval'),
  standard('loyalty_newness', 'daysSinceFirstVisitInterval'),
  standard('loyalty_period', 'userVisitsPeriodInterval'),
  standard('loyalty_recency', 'daysSincePreviousVisitInterval'),
  standard('loyalty_visits', 'userVisitsInterval'),
  pages('popular', paths('URL'), ['pageviews', 'users']),
  pages('titles', ['title'], ['pageviews', 'users']),
  pages('url_params', ['URLParamName', 'URLParamNameAndValue'], ['pageviews', 'users']),
  of('ym:dl:')('downloads', paths('URL'), ['downloads', 'users']),
  visits('content_visit_params', levels('params'), PARAMS),
  events('event_params', levels('eventParams'), ['eventsNumber', 'users']),
  events('goal_params', ['goalReached', ...levels('eventParams')], ['eventsNumber', 'users']),
  of('ym:up:')('content_user_params', levels('params'), ['users', 'params']),
  standard('turbo_pages', 'isTurboPage'),
  standard('tech_display_groups', 'screenFormat'),
  visits('resolution_map', ['windowClientWidth', 'windowClientHeight'], ['visits', 'users']),
  standard('tech_cookies', 'cookieEnabled'),
  standard('tech_third_party_cookies', 'thirdPartyCookieEnabled'),
  standard('tech_java_script', 'javascriptEnabled'),
  visits('top_products', ['productName', 'productID'], PRODUCTS),
  visits('top_brands', ['productBrand'], PRODUCTS),
  visits('basket', ['productNameCart'], BASKET),
  visits('basket_products', ['productNameCart', 'productIDCart'], BASKET),
  visits('purchase', ['purchaseID'], ORDERS),
  visits('coupon', ['purchaseCoupon'], ORDERS),
  visits('product_list', ['productList'], ['visits', 'users', 'productInListImpressions', 'productClicks']),
  visits(
    'promo_campaigns',
    ['EPromotionName', 'EPromotionCreative'],
    ['visits', 'users', 'ePromotionImpressions', 'ePromotionClicks'],
  ),
  visits('offline_calls_sources', ['<attribution>TrafficSource', '<attribution>SourceEngine'], CALLS),
  visits('offline_calls_quality', ['offlineCallMissed', 'offlineCallTag'], CALLS),
  short('robots', 'isRobot'),
];
