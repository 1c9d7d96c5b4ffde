/** `/api/v1/journeys`, by GET and by POST. */
import { JourneysResponse } from '@goalpost/contract/reports/journeys';
import { z } from 'zod';
import type { Endpoint } from '../../kit/endpoint.ts';
import type { StatDeps } from '../ask.ts';
import { text, within } from '../endpoints/parameters.ts';
import { questionEndpoints } from '../endpoints/question.ts';
import { askJourneys } from './ask.ts';

const Query = z.object({
  ids: text('Numbers of counters, separated by commas.'),
  id: text('The same as `ids`.'),
  ...within,
  about: text(
    'What journeys are told around, as JSON: a step of a funnel, e.g. `{"type":"page","filter":"ym:pv:URLPath==\'/cart\'"}`, `{"type":"goal","goal_id":12}` or `{"type":"chat"}`.',
  ),
  direction: text('`before`, `after` or `both`; `both` unless said.'),
  kinds: text(
    'What journeys are made of, separated by commas: page, event, download, chat, goal; all but goal unless said.',
  ),
  depth: text('Steps on each side, at most 10; 3 unless said.'),
  breadth: text('Steps named at each place, at most 20; 5 unless said. The others are counted together.'),
  scope: text(
    '`visit`: a journey a visit; `visitor`: one a visitor, over all their visits. `visit` unless said.',
  ),
  window: text(
    'Time between the action and a step at most, such as `30m`, `12h` or `7d`, at most `90d`; `7d` of visitors and the whole visit unless said.',
  ),
  lang: text('Language of names: en or ru.'),
  timezone: text('`±hh:mm` instead of the time zone of the counter.'),
});

export function journeyEndpoints(deps: StatDeps): Endpoint[] {
  return questionEndpoints({
    url: '/api/v1/journeys',
    summary: 'What visitors do before an action, and what after it',
    query: Query,
    response: JourneysResponse,
    answer: async (query, context) => askJourneys(deps, query, context),
  });
}
