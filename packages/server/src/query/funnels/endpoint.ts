/** `/api/v1/funnels` and the people of its steps, by GET and by POST. */
import { FunnelPeopleResponse, FunnelResponse } from '@goalpost/contract/reports/funnels';
import { z } from 'zod';
import type { Endpoint } from '../../kit/endpoint.ts';
import type { StatDeps } from '../ask.ts';
import { text, within } from '../endpoints/parameters.ts';
import { questionEndpoints } from '../endpoints/question.ts';
import { askFunnel, askFunnelPeople } from './ask.ts';

const common = {
  ids: text('Numbers of counters, separated by commas.'),
  id: text('The same as `ids`.'),
  ...within,
  steps: text(
    'A JSON list of 2 to 10 steps, e.g. `[{"type":"page","filter":"ym:pv:URLPath==\'/cart\'"},{"type":"goal","goal_id":12}]`: types are page, event, download, goal and chat; `"directly":true` lets no other page view lie before the step.',
  ),
  scope: text('Whose steps are joined: `visit`, or `visitor` with all of theirs; `visitor` unless said.'),
  window: text(
    'From the first step to the last at most, such as `30m`, `12h` or `7d`, at most `90d`; `7d` of visitors and the whole visit unless said.',
  ),
  limit: text('Rows in the answer, at most 1,000; 100 unless said.'),
  lang: text('Language of names: en or ru.'),
  timezone: text('`±hh:mm` instead of the time zone of the counter.'),
};

const CountsQuery = z.object({
  ...common,
  dimensions: text('What the funnel is broken down by: a dimension of the visit of the first step.'),
});
const PeopleQuery = z.object({
  ...common,
  step: text('The step, from 1.'),
  outcome: text('`lost`: those who came no further; `reached`: all who came there. `lost` unless said.'),
  offset: text('First row, from 1.'),
});

export function funnelStepEndpoints(deps: StatDeps): Endpoint[] {
  return [
    ...questionEndpoints({
      url: '/api/v1/funnels',
      summary: 'How far people come through steps of the owner’s own',
      query: CountsQuery,
      response: FunnelResponse,
      answer: async (query, context) => askFunnel(deps, query, context),
    }),
    ...questionEndpoints({
      url: '/api/v1/funnels/people',
      summary: 'Who came to a step of a funnel, and who came no further',
      query: PeopleQuery,
      response: FunnelPeopleResponse,
      answer: async (query, context) => askFunnelPeople(deps, query, context),
    }),
  ];
}
