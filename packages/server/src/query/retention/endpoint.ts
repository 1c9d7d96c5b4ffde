/** `/api/v1/retention`, by GET and by POST. */
import { RetentionResponse } from '@goalpost/contract/reports/retention';
import { z } from 'zod';
import type { Endpoint } from '../../kit/endpoint.ts';
import type { StatDeps } from '../ask.ts';
import { text, within } from '../endpoints/parameters.ts';
import { questionEndpoints } from '../endpoints/question.ts';
import { askRetention } from './ask.ts';

const Query = z.object({
  ids: text('Numbers of counters, separated by commas.'),
  id: text('The same as `ids`.'),
  ...within,
  date1: text('First day: `YYYY-MM-DD`, `today`, `yesterday` or `NdaysAgo`; `55daysAgo` unless said.'),
  first: text(
    'The action with which visitors begin, as JSON: a step of a funnel, or `{"type":"visit"}`, anything they do; that unless said.',
  ),
  return: text('The action with which they come back, likewise.'),
  unit: text('`day`, `week` or `month`; `week` unless said. A period has at most 60 of them.'),
  mode: text(
    '`calendar`: intervals of the calendar; `rolling`: each visitor\u2019s own, of 1, 7 or 30 days from the beginning. `calendar` unless said.',
  ),
  timezone: text('`±hh:mm` instead of the time zone of the counter.'),
});

export function retentionEndpoints(deps: StatDeps): Endpoint[] {
  return questionEndpoints({
    url: '/api/v1/retention',
    summary: 'Who comes back after a first action, and how long after it',
    query: Query,
    response: RetentionResponse,
    answer: async (query, context) => askRetention(deps, query, context),
  });
}
