/** Every wrong request is answered with 400 (or 404, 403), naming what is wrong and where; never with SQL. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  counter,
  FOREIGN_COUNTER,
  goal,
  startTestStat,
  type Params,
  type TestStat,
  UNKNOWN_COUNTER,
} from './test-stat.ts';
import { visit } from './test-visits.ts';

let stat: TestStat;
beforeAll(async () => {
  stat = await startTestStat();
  stat.counters = [counter(), counter({ id: 2, status: 'Deleted' })];
  stat.goals = [goal(7), goal(8, { status: 'Deleted' }), goal(9, { counterId: 3 })];
});
afterAll(() => stat.close());

const visits = { metrics: 'ym:s:visits' };
const filtered = (filters: string): Params => ({ ...visits, dimensions: 'ym:s:browser', filters });

describe('a request is refused, and told where', () => {
  it.each<[string, Params, number, string, string]>([
    ['nothing asked', {}, 400, 'metrics', 'metrics: at least one metric or a preset is needed'],
    ['no counter', { ...visits, ids: '' }, 400, 'ids', 'ids: at least one counter number is needed'],
    [
      'a counter that is no number',
      { ...visits, ids: '1,x' },
      400,
      'ids',
      'ids: "x" is not a counter number',
    ],
    [
      'an unknown counter',
      { ...visits, ids: `1,${UNKNOWN_COUNTER}` },
      404,
      'ids',
      'There is no such counter.',
    ],
    ['a deleted counter', { ...visits, ids: '2' }, 404, 'ids', 'There is no counter 2.'],
    ["someone else's counter", { ...visits, ids: `1,${FOREIGN_COUNTER}` }, 403, 'ids', 'Not yours.'],
    ['an unknown report', { preset: 'x' }, 400, 'preset', 'preset: unknown report "x"'],
    [
      'an unknown metric',
      { metrics: 'ym:s:visits,ym:s:nope' },
      400,
      'metrics.1',
      'metrics, item 2: unknown metric "ym:s:nope"',
    ],
    [
      'an unknown dimension',
      { ...visits, dimensions: "ym:s:x'y" },
      400,
      'dimensions.0',
      `dimensions, item 1: unknown dimension "ym:s:x'y"`,
    ],
    [
      'another namespace',
      { metrics: 'ym:ad:clicks' },
      400,
      'metrics.0',
      'metrics, item 1: "ym:ad:clicks": only names that start with ym:s: (visits) or gp:s: (visits) or ym:pv: (page views) or ym:ep: (events) or ym:dl: (downloads) or ym:up: (user params) or ym:ev: (costs) or gp:ev: (costs) are known here',
    ],
    [
      'a metric twice',
      { metrics: 'ym:s:visits,ym:s:visits' },
      400,
      'metrics.1',
      'metrics, item 2: ym:s:visits is named twice',
    ],
    [
      'a deleted goal',
      { metrics: 'ym:s:goal8reaches' },
      400,
      'metrics.0',
      'metrics, item 1: ym:s:goal8reaches: there is no goal 8',
    ],
    [
      "another counter's goal",
      { metrics: 'ym:s:goal<goal_id>visits', goal_id: '9' },
      400,
      'metrics.0',
      'metrics, item 1: ym:s:goal<goal_id>visits: there is no goal 9',
    ],
    [
      'no goal said',
      { metrics: 'ym:s:goal<goal_id>visits' },
      400,
      'metrics.0',
      'metrics, item 1: ym:s:goal<goal_id>visits: it needs the parameter goal_id',
    ],
    [
      'too many metrics',
      { metrics: Array.from({ length: 21 }, () => 'ym:s:visits').join() },
      400,
      'metrics',
      'metrics: at most 20 names, found 21',
    ],
    [
      'too many dimensions',
      { ...visits, dimensions: Array.from({ length: 11 }, () => 'ym:s:date').join() },
      400,
      'dimensions',
      'dimensions: at most 10 names, found 11',
    ],
    [
      'no such day',
      { ...visits, date1: '2026-02-30' },
      400,
      'date1',
      'date1: "2026-02-30" is neither YYYY-MM-DD nor today, yesterday or NdaysAgo',
    ],
    [
      'a word for a day',
      { ...visits, date2: 'tomorrow' },
      400,
      'date2',
      'date2: "tomorrow" is neither YYYY-MM-DD nor today, yesterday or NdaysAgo',
    ],
    [
      'days in the wrong order',
      { ...visits, date1: 'today', date2: 'yesterday' },
      400,
      'date1',
      'date1: 2026-03-12 is after date2, 2026-03-11',
    ],
    ['no such zone', { ...visits, timezone: '+15:00' }, 400, 'timezone', 'timezone: "+15:00" is not ±hh:mm'],
    [
      'a negative page',
      { ...visits, offset: '0' },
      400,
      'offset',
      'offset: "0" is not a whole number from 1 to 9007199254640991',
    ],
    [
      'a huge page',
      { ...visits, limit: '100001' },
      400,
      'limit',
      'limit: "100001" is not a whole number from 1 to 100000',
    ],
    [
      'an unknown length of time',
      { ...visits, group: 'decade' },
      400,
      'group',
      'group: "decade" is none of auto, all, minute, dekaminute, hour, day, week, month, quarter, year',
    ],
    [
      'an unknown attribution',
      { ...visits, attribution: 'best' },
      400,
      'attribution',
      'attribution: unknown model "best"',
    ],
    ['an unknown language', { ...visits, lang: 'tlh' }, 400, 'lang', 'lang: "tlh" is none of en, ru'],
    [
      'no currency',
      { ...visits, currency: 'euro' },
      400,
      'currency',
      'currency: "euro" is not three capital letters',
    ],
    [
      'neither true nor false',
      { ...visits, include_undefined: 'maybe' },
      400,
      'include_undefined',
      'include_undefined: "maybe" is neither true nor false',
    ],
    ['broken row ids', { ...visits, row_ids: '[' }, 400, 'row_ids', 'row_ids: not JSON'],
    [
      'sorting by what is not asked',
      { ...visits, sort: '-ym:s:users' },
      400,
      'sort.0',
      `sort, item 1: "ym:s:users" is not among the request's metrics and dimensions`,
    ],
    [
      'an unknown name in a filter',
      filtered("ym:s:browser=='a' AND ym:s:what=='b'"),
      400,
      'filters',
      'filters, character 23: unknown dimension "ym:s:what"',
    ],
    [
      'a broken filter',
      filtered("  ym:s:browser=='a"),
      400,
      'filters',
      'filters, character 17: a quote that is opened here is never closed',
    ],
    [
      'a filter with a wrong operator',
      filtered("ym:s:browser>'a'"),
      400,
      'filters',
      'filters, character 1: ym:s:browser knows only the operators == != =. !. =@ !@ =* !* =~ !~',
    ],
    [
      'a filter with a wrong number',
      filtered("ym:s:pageViews>'a'"),
      400,
      'filters',
      'filters, character 16: a number is needed',
    ],
    [
      'a filter with a wrong day',
      filtered("ym:s:date>'2026-13-01'"),
      400,
      'filters',
      'filters, character 11: a day as YYYY-MM-DD, today, yesterday or NdaysAgo is needed, or a moment as YYYY-MM-DD hh:mm:ss',
    ],
    [
      'a filter with neither yes nor no',
      filtered("ym:s:isNewUser=='maybe'"),
      400,
      'filters',
      'filters, character 17: "maybe" is none of the values known here: yes (Yes), no (No)',
    ],
    [
      'a metric below the top',
      filtered("ym:s:visits>1 OR ym:s:browser=='a'"),
      400,
      'filters',
      'filters, character 1: ym:s:visits is a metric: it may stand only at the top, joined by AND',
    ],
    [
      'a metric that is not asked for',
      filtered('ym:s:users>1'),
      400,
      'filters',
      'filters, character 1: ym:s:users must be among the metrics of the request to filter by it',
    ],
    [
      'a metric and text',
      filtered("ym:s:visits=@'1'"),
      400,
      'filters',
      'filters, character 1: ym:s:visits is a metric: =@ does not compare numbers',
    ],
    [
      'a metric in a filter of a goal that is deleted',
      filtered('ym:s:goal8reaches>1'),
      400,
      'filters',
      'filters, character 1: ym:s:goal8reaches: there is no goal 8',
    ],
    [
      'a goal in a filter that is deleted',
      filtered("ym:s:goal8IsReached=='Yes'"),
      400,
      'filters',
      'filters, character 1: ym:s:goal8IsReached: there is no goal 8',
    ],
  ])('%s', async (_what, params, code, location, message) => {
    expect(await stat.refusal(params)).toMatchObject({ code, message, errors: [{ location, message }] });
  });

  it('a filter that is too large is told by the field’s own name for it', async () => {
    const conditions = (count: number): string => Array(count).fill("ym:s:browser=='x'").join(' OR ');
    const refusal = await stat.refusal(filtered(conditions(21)));
    expect(refusal).toMatchObject({
      code: 400,
      errors: [{ error_type: 'filter_limits', location: 'filters' }],
    });
    const wrong = await stat.refusal(filtered(`${conditions(20)} OR`));
    expect(wrong).toMatchObject({ code: 400, errors: [{ error_type: 'invalid_parameter' }] });
  });

  it('a pattern that is none', async () => {
    const refusal = await stat.refusal(filtered("ym:s:browser=~'a(b'"));
    expect(refusal).toMatchObject({ code: 400, errors: [{ location: 'filters' }] });
    expect(refusal.message).toMatch(/^filters, character 15: not a regular expression: /);
  });

  it('a pattern that is well-formed but too large for the store, without a word of SQL', async () => {
    await stat.add(visit());
    const pattern = String.raw`(?i)[\pL\pN]{1,500}`.repeat(10);
    const refusal = await stat.refusal({
      ...filtered(`ym:s:browser=~'${pattern}'`),
      date1: '2026-03-01',
      date2: '2026-03-31',
    });
    expect(refusal).toEqual({
      code: 400,
      message: 'filters: a regular expression is too large',
      errors: [
        {
          error_type: 'query_error',
          message: 'filters: a regular expression is too large',
          location: 'filters',
        },
      ],
    });
  });

  it('several faults at once are all told', async () => {
    const { errors } = await stat.refusal({ metrics: 'ym:s:visits', date1: 'x', limit: 'y', lang: 'z' });
    expect(errors.map(({ location }) => location)).toEqual(['date1', 'limit', 'lang']);
  });
});
