/** `/stat/v1/data` and `/stat/v1/data/bytime`, each also as CSV. */
import { BytimeResponse, DataResponse } from '@goalpost/contract/reports';
import { z } from 'zod';
import { QueryFlag } from '../kit/query-flag.ts';
import { defineEndpoint, RawBody, type Endpoint, type EndpointContext } from '../kit/endpoint.ts';
import { isProblem, type Problem } from '../kit/problem.ts';
import { askChart, askTable, understand, type Question, type StatDeps } from './ask.ts';
import type { RawParams } from './parse/request.ts';
import { BYTE_ORDER_MARK, chartCsv, csvFileName, tableCsv, type CsvNames } from './shape/csv.ts';

const text = (description: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe(description);

/** Read by our own parser, which says what is wrong with a value and where. */
const StatQuery = z.object({
  ids: text('Numbers of counters, separated by commas.'),
  id: text('The same as `ids`.'),
  preset: text('A ready report: its metrics and dimensions are used where none are said.'),
  metrics: text(
    'At most 20 metrics, e.g. `ym:s:visits,ym:s:goal123reaches`; of page views `ym:pv:pageviews`.',
  ),
  dimensions: text('At most 10 dimensions, e.g. `ym:s:lastsignTrafficSource`.'),
  date1: text('First day: `YYYY-MM-DD`, `today`, `yesterday` or `NdaysAgo`; `6daysAgo` unless said.'),
  date2: text('Last day, likewise; `today` unless said.'),
  filters: text(
    "Chooses visits, and rows by metrics, e.g. `ym:s:browser=='Chrome' AND ym:s:visits>10`; visits also by their page views, `EXISTS(ym:pv:URL=@'cart')`.",
  ),
  sort: text('Metrics and dimensions of the request; `-` in front is descending.'),
  limit: text('Rows in the answer, at most 100,000; 100 unless said.'),
  offset: text('First row, from 1.'),
  group: text('Length of time: minute, dekaminute, hour, day, week, month, quarter, year, all or auto.'),
  attribution: text('Which visit a source is of: first, last or lastsign.'),
  currency: text(
    'What revenue is asked in, and `<currency>` in names stands for; the currency of the counter unless said.',
  ),
  goal_id: text('What `<goal_id>` in names stands for.'),
  lang: text('Language of names: en or ru.'),
  timezone: text('`±hh:mm` instead of the time zone of the counter.'),
  include_undefined: text('`true` keeps rows whose first dimension has no value.'),
  top_keys: text('Rows of a chart, at most 30; 7 unless said.'),
  row_ids: text('Rows of a chart, as a JSON list of lists of dimension ids.'),
});

const CsvQuery = StatQuery.extend({
  bom: QueryFlag.default(false).describe(
    'Ours beyond the field: `1` puts a byte-order mark in front, for spreadsheets.',
  ),
});

const CSV_TYPE = 'text/csv';

interface Kind<Answer> {
  readonly url: string;
  readonly summary: string;
  readonly response: z.ZodType<Answer>;
  ask(deps: StatDeps, question: Question, context: EndpointContext): Promise<Answer | Problem>;
  csv(answer: Answer, names: CsvNames): string;
}

const table: Kind<DataResponse> = {
  url: '/stat/v1/data',
  summary: 'A table of metrics by dimensions',
  response: DataResponse,
  ask: askTable,
  csv: tableCsv,
};

const chart: Kind<BytimeResponse> = {
  url: '/stat/v1/data/bytime',
  summary: 'Metrics by intervals of time',
  response: BytimeResponse,
  ask: askChart,
  csv: chartCsv,
};

function jsonAndCsv<Answer>(kind: Kind<Answer>, deps: StatDeps): Endpoint[] {
  const common = { method: 'GET', tag: 'stat', auth: 'account' } as const;
  const answer = async (query: RawParams, context: EndpointContext) => {
    const question = await understand(deps, query, context);
    if (isProblem(question)) return question;
    const answered = await kind.ask(deps, question, context);
    return isProblem(answered) ? answered : { question, answered };
  };
  return [
    defineEndpoint({
      ...common,
      url: kind.url,
      query: StatQuery,
      summary: kind.summary,
      response: kind.response,
      handle: async ({ query }, context) => {
        const result = await answer(query, context);
        return isProblem(result) ? result : result.answered;
      },
    }),
    defineEndpoint({
      ...common,
      url: `${kind.url}.csv`,
      query: CsvQuery,
      summary: `${kind.summary}, as CSV`,
      response: z.string(),
      contentType: CSV_TYPE,
      handle: async ({ query: { bom, ...query } }, context) => {
        const result = await answer(query, context);
        if (isProblem(result)) return result;
        const { plan, request } = result.question;
        const names = {
          dimensions: plan.dimensions.map(({ name }) => name),
          metrics: plan.metrics.map(({ name }) => name),
          lang: request.lang,
          isFirstPage: plan.offset === 1,
        };
        const file = csvFileName(plan.counters, request.preset ?? '', plan.from, plan.to);
        return new RawBody(
          `${CSV_TYPE}; charset=utf-8`,
          (bom ? BYTE_ORDER_MARK : '') + kind.csv(result.answered, names),
          { 'content-disposition': `attachment; filename="${file}"` },
        );
      },
    }),
  ];
}

export function statEndpoints(deps: StatDeps): Endpoint[] {
  return [...jsonAndCsv(table, deps), ...jsonAndCsv(chart, deps)];
}
