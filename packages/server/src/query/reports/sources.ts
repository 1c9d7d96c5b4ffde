/** Where visits came from. */
import { defineReport, visitNames, type Report } from '../report.ts';
import { standardMetrics } from './standard-metrics.ts';

const by = (id: string, ...dimensions: string[]): Report =>
  defineReport({ id, dimensions: visitNames(...dimensions), metrics: standardMetrics });

export const sourceReports: readonly Report[] = [
  by('sources_summary', '<attribution>TrafficSource', '<attribution>SourceEngine'),
  by('search_engines', '<attribution>SearchEngineRoot', '<attribution>SearchPhrase'),
  by('sources_search_phrases', '<attribution>SearchPhrase', '<attribution>SearchEngineRoot'),
  by('sources_sites', '<attribution>ReferalSource'),
  by('sources_social', '<attribution>SocialNetwork'),
  by('sources_messenger', '<attribution>Messenger'),
  by('sources_recommend', '<attribution>RecommendationSystem'),
  by('adv_engine', '<attribution>AdvEngine'),
  by(
    'tags_u_t_m',
    '<attribution>UTMSource',
    '<attribution>UTMMedium',
    '<attribution>UTMCampaign',
    '<attribution>UTMContent',
    '<attribution>UTMTerm',
  ),
  by('visits_by_client_user_id', 'userClientUserId'),
];
