/** Where visits came from. */
import type { DimensionId } from '../names/dimensions.ts';
import { defineReport, type DrillLevel, type Report, type Text } from '../report.ts';
import { standardMetrics } from '../standard-metrics.ts';

function bySource(
  id: string,
  title: Text,
  dimensions: readonly DimensionId[],
  drill?: readonly DrillLevel[],
): Report {
  return defineReport({
    id,
    section: 'sources',
    title,
    dimensions,
    metrics: standardMetrics,
    sort: '-visits',
    chart: 'lines',
    ...(drill === undefined ? {} : { drill }),
  });
}

/** A row of a source opens into the pages that its visits began with. */
const thenPages = (dimension: DimensionId): readonly DrillLevel[] => [
  { dimension },
  { dimension: 'startURLPath' },
];

export const sourcesSummary = bySource(
  'sources_summary',
  { en: 'Sources', ru: 'Источники' },
  ['<attribution>TrafficSource', '<attribution>SourceEngine'],
  [
    { dimension: '<attribution>TrafficSource' },
    { dimension: '<attribution>SourceEngine', notWithin: ['direct', 'internal', 'undefined', 'qrcode'] },
    { dimension: '<attribution>UTMCampaign', within: ['ad', 'email', 'social', 'messenger'] },
    { dimension: 'startURLPath' },
  ],
);

export const searchEngines = bySource('search_engines', { en: 'Search engines', ru: 'Поисковые системы' }, [
  '<attribution>SearchEngineRoot',
  '<attribution>SearchPhrase',
]);

export const searchPhrases = bySource(
  'sources_search_phrases',
  { en: 'Search phrases', ru: 'Поисковые фразы' },
  ['<attribution>SearchPhrase', '<attribution>SearchEngineRoot'],
);

export const sites = bySource(
  'sources_sites',
  { en: 'Links on sites', ru: 'Ссылки на сайтах' },
  ['<attribution>ReferalSource'],
  thenPages('<attribution>ReferalSource'),
);

export const social = bySource(
  'sources_social',
  { en: 'Social networks', ru: 'Социальные сети' },
  ['<attribution>SocialNetwork'],
  thenPages('<attribution>SocialNetwork'),
);

export const messengers = bySource(
  'sources_messenger',
  { en: 'Messengers', ru: 'Мессенджеры' },
  ['<attribution>Messenger'],
  thenPages('<attribution>Messenger'),
);

export const recommendations = bySource(
  'sources_recommend',
  { en: 'Recommendations', ru: 'Рекомендательные системы' },
  ['<attribution>RecommendationSystem'],
  thenPages('<attribution>RecommendationSystem'),
);

export const advertising = bySource(
  'adv_engine',
  { en: 'Advertising', ru: 'Реклама' },
  ['<attribution>AdvEngine'],
  [
    { dimension: '<attribution>AdvEngine' },
    { dimension: '<attribution>UTMCampaign' },
    { dimension: 'startURLPath' },
  ],
);

export const utm = bySource('tags_u_t_m', { en: 'UTM tags', ru: 'UTM-метки' }, [
  '<attribution>UTMSource',
  '<attribution>UTMMedium',
  '<attribution>UTMCampaign',
  '<attribution>UTMContent',
  '<attribution>UTMTerm',
]);

/** Other marks of campaigns in addresses. */
export const otherTags: readonly Report[] = [
  bySource('tags_openstat', { en: 'Openstat tags', ru: 'Метки Openstat' }, [
    '<attribution>OpenstatService',
    '<attribution>OpenstatCampaign',
    '<attribution>OpenstatAd',
    '<attribution>OpenstatSource',
  ]),
  bySource('tags_from', { en: 'From tags', ru: 'Метки From' }, ['<attribution>From']),
  bySource('tags_gclid', { en: 'GCLID of Google Ads', ru: 'GCLID из Google Ads' }, ['<attribution>HasGCLID']),
];
