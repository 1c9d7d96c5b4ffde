/** [M27] Each parameter of a question changes what is asked or answered, or stands in the list of unused ones. */
import { describe, expect, it } from 'vitest';
import { isProblem } from '../kit/problem.ts';
import { KINDS, type Kind } from './endpoints/kinds.ts';
import type { RawParams } from './parse/request.ts';
import { counter, goal, NOW, testContext } from './test-stat.ts';

const USUAL = {
  ids: '1',
  metrics: 'ym:s:goal<goal_id>reaches,ym:s:goal7converted<currency>Revenue,ym:s:users',
  dimensions: 'ym:s:<attribution>TrafficSource,ym:s:datePeriod<group>',
  date1: '2026-03-01',
  date2: '2026-03-03',
  goal_id: '7',
} as const;

/** A value for each name that says something else than what is said or meant without it. */
const OTHERWISE: Readonly<Record<string, string>> = {
  ids: '1,2',
  id: '2',
  preset: 'tech_browsers',
  metrics: 'ym:s:visits',
  dimensions: 'ym:s:browser',
  sort: 'ym:s:users',
  limit: '3',
  offset: '4',
  group: 'month',
  attribution: 'first',
  currency: 'USD',
  goal_id: '8',
  lang: 'ru',
  timezone: '+11:00',
  include_undefined: 'true',
  date1: '2026-02-01',
  date2: '2026-03-02',
  segment: '5',
  filters: "ym:s:browser=='Chrome'",
  top_keys: '2',
  row_ids: '[["organic"]]',
  parent_id: '["organic"]',
  date1_a: '2026-01-01',
  date2_a: '2026-03-01',
  segment_a: '5',
  filters_a: "ym:s:browser=='Chrome'",
  date1_b: '2026-01-01',
  date2_b: '2026-03-01',
  segment_b: '5',
  filters_b: "ym:s:browser=='Chrome'",
};

/** Read by the form of the answer, whatever is asked. */
const OF_THE_FORM = ['callback'];

/** What a question comes to: the statements with their values, or why it is refused. */
async function asked(kind: Kind, raw: RawParams): Promise<string> {
  const statements: unknown[] = [];
  const answered = await kind.ask(
    {
      olap: {
        query: async (sql: string, params: unknown) => {
          statements.push([sql, params]);
          return [];
        },
      } as never,
      counters: { get: async (id) => counter({ id }) },
      goals: { list: async (id) => (id === 1 ? [goal(7), goal(8)] : []) },
      segments: {
        find: async (ids) =>
          ids.map((id) => ({ id, counterId: 1, name: 'S', expression: "ym:s:browser=='Opera'" }) as never),
      },
      clock: { now: () => NOW },
    },
    raw,
    testContext(),
  );
  return JSON.stringify(isProblem(answered) ? answered : { statements, lines: [...linesOf(answered)] });
}

/** Of a drill-down only one dimension is asked at a time: each is tried in front. */
async function changes(kind: Kind, name: string): Promise<boolean> {
  const dimensions = USUAL.dimensions.split(',');
  for (const order of [dimensions, dimensions.toReversed()]) {
    const usual: RawParams = { ...USUAL, dimensions: order.join() };
    const without = await asked(kind, usual);
    expect(without).toContain('statements');
    // `id` stands for `ids` where that is absent, and a preset for metrics and dimensions.
    const instead = name === 'id' ? ['ids'] : name === 'preset' ? ['metrics', 'dimensions'] : [];
    const rest = Object.fromEntries(Object.entries(usual).filter(([key]) => !instead.includes(key)));
    if ((await asked(kind, { ...rest, [name]: OTHERWISE[name] })) !== without) return true;
  }
  return false;
}

const linesOf = (answered: { lines(): Iterable<unknown> }) => answered.lines();

describe.each(KINDS.map((kind) => [kind.path, kind] as const))('/stat/v1/data%s', (_path, kind) => {
  it('uses what it takes, but for its list', async () => {
    const unused: string[] = [];
    for (const name of Object.keys(kind.query.shape).filter((one) => !OF_THE_FORM.includes(one))) {
      expect(Object.keys(OTHERWISE)).toContain(name);
      if (!(await changes(kind, name))) unused.push(name);
    }
    expect(unused.sort()).toEqual([...(kind.unusedQuery ?? [])].sort());
  });
});
