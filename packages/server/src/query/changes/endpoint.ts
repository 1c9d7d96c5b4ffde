/** `/api/v1/changes`, by GET and by POST. */
import { ChangesResponse } from '@goalpost/contract/reports/changes';
import type { Endpoint } from '../../kit/endpoint.ts';
import type { StatDeps } from '../ask.ts';
import { ComparisonQuery, text } from '../endpoints/parameters.ts';
import { questionEndpoints } from '../endpoints/question.ts';
import { askChanges, MAX_CHANGE_DIMENSIONS, USUAL_DIMENSIONS } from './ask.ts';

const Query = ComparisonQuery.omit({
  preset: true,
  metrics: true,
  sort: true,
  offset: true,
  group: true,
  include_undefined: true,
  callback: true,
}).extend({
  metric: text('A count or a sum, such as `ym:s:visits` or `ym:s:goal12reaches`; visits unless said.'),
  dimensions: text(
    `What the change is parted by, at most ${MAX_CHANGE_DIMENSIONS}, each alone; ${USUAL_DIMENSIONS.map((name) => `\`${name}\``).join(', ')} unless said.`,
  ),
  limit: text('Rows of each dimension, at most 100; 10 unless said.'),
  date1_a: text('First day of the period; `7daysAgo` unless said.'),
  date2_a: text('Last day of the period; `yesterday` unless said.'),
  date1_b: text('First day compared with; `14daysAgo` unless said.'),
  date2_b: text('Last day compared with; `8daysAgo` unless said.'),
});

export function changesEndpoints(deps: StatDeps): Endpoint[] {
  return questionEndpoints({
    url: '/api/v1/changes',
    summary: 'Which rows made the change of a number between two periods',
    query: Query,
    response: ChangesResponse,
    answer: async (query, context) => askChanges(deps, query, context),
  });
}
