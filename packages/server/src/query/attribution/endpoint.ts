/** `/api/v1/attribution`, by GET and by POST. */
import { AttributionResponse } from '@goalpost/contract/reports/attribution';
import { z } from 'zod';
import type { Endpoint } from '../../kit/endpoint.ts';
import type { StatDeps } from '../ask.ts';
import { text, within } from '../endpoints/parameters.ts';
import { questionEndpoints } from '../endpoints/question.ts';
import { askAttribution } from './ask.ts';

const Query = z.object({
  ids: text('Numbers of counters, separated by commas.'),
  id: text('The same as `ids`.'),
  ...within,
  goal_id: text('The goal; every goal that is not deleted unless said.'),
  dimensions: text(
    'What goals are shared out by, a dimension of visits; `ym:s:trafficSource` unless said. A source is each visit\u2019s own.',
  ),
  models: text('Models, separated by commas; all of them unless said.'),
  window: text('Days before a goal in which visits have a share in it, at most 90; 90 unless said.'),
  half_life: text('Of `time_decay`: days after which a visit counts half; 7 unless said.'),
  ad_system: text('Of `last_ad`: the system of the ad, such as `yandex_direct`; any unless said.'),
  limit: text('Rows in the answer, at most 1,000; 100 unless said.'),
  currency: text('What revenue is asked in; the currency of the counter unless said.'),
  lang: text('Language of names: en or ru.'),
  timezone: text('`±hh:mm` instead of the time zone of the counter.'),
});

export function attributionEndpoints(deps: StatDeps): Endpoint[] {
  return questionEndpoints({
    url: '/api/v1/attribution',
    summary: 'Goals and revenue by several models of attribution, next to each other',
    query: Query,
    response: AttributionResponse,
    answer: async (query, context) => askAttribution(deps, query, context),
  });
}
