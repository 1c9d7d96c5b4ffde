/** Parameters of `/stat/v1/data` and what stands below it: read by our own parser, which says what is wrong and where. */
import { z } from 'zod';
import { QueryFlag } from '../../kit/query-flag.ts';

export const text = (description: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .describe(description);

const common = {
  ids: text('Numbers of counters, separated by commas.'),
  id: text('The same as `ids`.'),
  preset: text('A ready report: its metrics and dimensions are used where none are said.'),
  metrics: text(
    'At most 20 metrics, e.g. `ym:s:visits,ym:s:goal123reaches`; of page views `ym:pv:pageviews`.',
  ),
  dimensions: text('At most 10 dimensions, e.g. `ym:s:lastsignTrafficSource`.'),
  sort: text('Metrics and dimensions of the request; `-` in front is descending.'),
  limit: text('Rows in the answer, at most 100,000; 100 unless said.'),
  offset: text('First row, from 1.'),
  group: text('Length of time: minute, dekaminute, hour, day, week, month, quarter, year, all or auto.'),
  attribution: text(
    'Which visit a source is of: first, last or lastsign. `linear`, `time_decay`, `position` and `data_driven` share goals and revenue out over the visits that led to them, in tables, charts and drill-downs.',
  ),
  currency: text(
    'What revenue is asked in, and `<currency>` in names stands for; the currency of the counter unless said.',
  ),
  goal_id: text('What `<goal_id>` in names stands for.'),
  lang: text('Language of names: en or ru.'),
  timezone: text('`±hh:mm` instead of the time zone of the counter.'),
  include_undefined: text('`true` keeps rows whose first dimension has no value.'),
  callback: text(
    'A function of the page that is called with the answer (JSONP), a path of plain identifiers; for callers with a token.',
  ),
};

export const within = {
  date1: text('First day: `YYYY-MM-DD`, `today`, `yesterday` or `NdaysAgo`; `6daysAgo` unless said.'),
  date2: text('Last day, likewise; `today` unless said.'),
  segment: text(
    'Numbers of saved segments, separated by commas: the question is asked within all of them. In filters `ym:s:segment==12`.',
  ),
  filters: text(
    "Chooses visits, and rows by metrics, e.g. `ym:s:browser=='Chrome' AND ym:s:visits>10`; visits also by their page views, `EXISTS(ym:pv:URL=@'cart')`.",
  ),
};

const side = (name: 'a' | 'b') => ({
  [`date1_${name}`]: text(`First day of side ${name}; \`date1\` unless said.`),
  [`date2_${name}`]: text(`Last day of side ${name}; \`date2\` unless said.`),
  [`segment_${name}`]: text(`Saved segments of side ${name}, beside \`segment\`.`),
  [`filters_${name}`]: text(`Chooses visits of side ${name}, beside \`filters\`; no conditions on metrics.`),
});

const sides = { ...within, ...side('a'), ...side('b') };

const opened = {
  parent_id: text(
    'The row that is opened, as a JSON list of the ids of its dimensions, from the first on; none: the first level.',
  ),
};

/** Tables take those of charts, too, and charts those of tables: programs ask both with the same parameters. */
export const UNUSED_BY_TABLES = ['top_keys', 'row_ids'] as const;
export const UNUSED_BY_CHARTS = ['sort', 'limit'] as const;
export const TableQuery = z.object({
  ...common,
  ...within,
  top_keys: text('Taken and not used: rows of a table are counted by `limit`.'),
  row_ids: text('Taken and not used: rows of a table are chosen by `filters`.'),
});
export const ChartQuery = z.object({
  ...common,
  ...within,
  top_keys: text('Rows of a chart, at most 30; 7 unless said.'),
  row_ids: text('Rows of a chart, as a JSON list of lists of dimension ids.'),
  sort: text('Taken and not used: a chart has its rows in the order of the first metric.'),
  limit: text('Taken and not used: a chart has `top_keys` rows.'),
});
export const DrilldownQuery = z.object({ ...common, ...within, ...opened });
export const ComparisonQuery = z.object({ ...common, ...sides });
export const ComparisonDrilldownQuery = ComparisonQuery.extend(opened);

/** What a file is asked with in addition, and what it is not. */
export const CSV_FORM = {
  bom: QueryFlag.default(false).describe(
    'Ours beyond the field: `1` puts a byte-order mark in front, for spreadsheets.',
  ),
};
