/** Funnels against a plain count that tries every chain of moments [M80, M81]. */
import type { FunnelResponse, FunnelScope, FunnelStep } from '@goalpost/contract/reports/funnels';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HitRow, VisitRow } from '../../collect/index.ts';
import { isProblem, problemBody } from '../../kit/problem.ts';
import { alwaysTried } from '../../kit/test-examples.ts';
import {
  actions,
  END,
  FIRST_DAY,
  inOrder,
  isAction,
  LAST_DAY,
  START,
  traffic,
  type Traffic,
} from '../actions/test-actions.ts';
import { createStore } from '../model/test-stored.ts';
import { NOW, startTestStat, testContext, type Params, type TestStat } from '../test-stat.ts';
import { hit, visit } from '../test-visits.ts';
import { askFunnel, askFunnelPeople } from './ask.ts';

let stat: TestStat;
let store: ReturnType<typeof createStore>;
beforeAll(async () => {
  stat = await startTestStat();
  store = createStore(stat);
});
afterAll(() => stat.close());

const deps = () => ({
  olap: stat.olap,
  counters: { get: async (id: number) => stat.counters.find((one) => one.id === id) ?? null },
  goals: { list: async () => stat.goals.filter(({ status }) => status === 'Active') },
  segments: { find: async (ids: readonly number[]) => stat.segments.filter(({ id }) => ids.includes(id)) },
  clock: { now: () => NOW },
});

async function answered<T>(ask: Promise<T>): Promise<Exclude<T, { readonly items: unknown }>> {
  const answer = await ask;
  if (isProblem(answer)) throw new Error(problemBody(answer).message);
  return answer as Exclude<T, { readonly items: unknown }>;
}

async function stored({ visits, hits }: Traffic) {
  const { counterId } = await store(visits, 'UTC');
  await stat.addHits(...hits.map((one) => ({ ...one, counter_id: counterId })));
  return counterId;
}

interface ModelAsk {
  readonly steps: readonly FunnelStep[];
  readonly scope: FunnelScope;
  /** Seconds; null: the whole visit. */
  readonly window: number | null;
  readonly browser: string | null;
}

/** The shortest chain to each step, over every chain there is. */
function spansOf(
  list: readonly HitRow[],
  of: (one: HitRow) => VisitRow,
  asked: ModelAsk,
  part: string | null,
) {
  const shortest: (number | null)[] = asked.steps.map(() => null);
  const walk = (index: number, step: number, since: number): void => {
    const one = list[index];
    if (one === undefined) return;
    const span = one.at - since;
    if (asked.window !== null && span > asked.window) return;
    shortest[step] = Math.min(shortest[step] ?? Number.POSITIVE_INFINITY, span);
    const next = asked.steps[step + 1];
    if (next === undefined) return;
    for (let later = index + 1; later < list.length; later++) {
      const other = list[later] as HitRow;
      const between = list.slice(index + 1, later);
      if (next.directly === true && between.some(({ kind }) => kind === 'view')) return;
      if (isAction(next, other, of(other))) walk(later, step + 1, since);
    }
  };
  for (const [index, one] of list.entries()) {
    const visitOf = of(one);
    const starts =
      one.at >= START &&
      one.at < END &&
      isAction(asked.steps[0] as FunnelStep, one, visitOf) &&
      (asked.browser === null || visitOf.browser === asked.browser) &&
      (part === null || visitOf.traffic_source === part);
    if (starts) walk(index, 0, one.at);
  }
  return shortest;
}

function expected(rows: Traffic, asked: ModelAsk, part: string | null) {
  const visits = new Map(rows.visits.map((one) => [one.visit_id, one]));
  const of = (one: HitRow): VisitRow => visits.get(one.visit_id) as VisitRow;
  const people = Map.groupBy(
    inOrder(rows.hits).filter(({ is_robot }) => !is_robot),
    (one) => (asked.scope === 'visit' ? one.visit_id : one.visitor_id),
  );
  const spans = [...people.values()].map((list) => spansOf(list, of, asked, part));
  const counts = asked.steps.map((_step, at) => {
    const all = spans.flatMap((one) => one[at] ?? []).toSorted((a, b) => a - b);
    return { reached: all.length, median: all[Math.ceil(all.length / 2) - 1] ?? null };
  });
  return { counts, spans };
}

const numbers = (steps: FunnelResponse['totals']) =>
  steps.map(({ reached, median_seconds }) => ({ reached, median: median_seconds }));

const step = fc.record(
  {
    action: fc.oneof(fc.constantFrom(...actions.slice(0, 5)), fc.constantFrom(...actions)),
    directly: fc.constantFrom(true, false, false),
  },
  { requiredKeys: ['action', 'directly'] },
);
const asks: fc.Arbitrary<ModelAsk> = fc.record({
  steps: fc.array(step, { minLength: 2, maxLength: 4 }).map((list) =>
    list.map(({ action, directly }, at): FunnelStep => ({
      ...action,
      ...(at > 0 && directly ? { directly } : {}),
    })),
  ),
  scope: fc.constantFrom('visit', 'visitor'),
  window: fc.constantFrom(null, 60, 3_600, 7 * 86_400, 30 * 86_400),
  browser: fc.option(fc.constant('Chrome'), { nil: null }),
});

const askedOf = (said: ModelAsk): ModelAsk => ({
  ...said,
  window: said.scope === 'visitor' ? (said.window ?? 7 * 86_400) : said.window,
});
const lastStep = (counts: readonly { readonly reached: number }[]): number =>
  counts.findLastIndex(({ reached }) => reached > 0);
const comesToLateSteps = ([rows, said]: [Traffic, ModelAsk]): boolean =>
  lastStep(expected(rows, askedOf(said), null).counts) > 1;

describe('[M80] [M81] a funnel', () => {
  it('is what a plain count over every chain says', async () => {
    let furthest = 0;
    await fc.assert(
      fc.asyncProperty(traffic, asks, async (rows, said) => {
        const asked = askedOf(said);
        const counterId = await stored(rows);
        const params: Params = {
          ids: String(counterId),
          date1: FIRST_DAY,
          date2: LAST_DAY,
          scope: asked.scope,
          steps: JSON.stringify(asked.steps),
          ...(said.window === null ? {} : { window: `${said.window / 60}m` }),
          ...(asked.browser === null ? {} : { filters: `ym:s:browser=='${asked.browser}'` }),
        };
        const whole = expected(rows, asked, null);
        const answer = await answered(
          askFunnel(deps(), { ...params, dimensions: 'ym:s:lastTrafficSource' }, testContext()),
        );
        expect(numbers(answer.totals)).toEqual(whole.counts);
        furthest = Math.max(furthest, lastStep(whole.counts));
        const sources = new Set(rows.visits.map(({ traffic_source }) => traffic_source));
        const byRow = [...sources]
          .map((source) => [source, expected(rows, asked, source).counts] as const)
          .filter(([, counts]) => (counts[0]?.reached ?? 0) > 0);
        expect(
          Object.fromEntries(answer.data.map(({ dimension, steps }) => [dimension.id, numbers(steps)])),
        ).toEqual(Object.fromEntries(byRow));
        expect(answer.total_rows).toBe(byRow.length);
        const lost = await answered(askFunnelPeople(deps(), { ...params, step: '1' }, testContext()));
        const stopped = whole.spans.filter(([first, second]) => first !== null && second === null);
        expect(lost.total_rows).toBe(stopped.length);
        expect(answer.totals[0]?.lost).toBe(stopped.length);
        expect(lost.data).toHaveLength(stopped.length);
      }),
      { numRuns: 25, examples: alwaysTried(fc.tuple(traffic, asks).filter(comesToLateSteps)) },
    );
    expect(furthest).toBeGreaterThan(1);
  });

  it('[M82] names who came to a step, when and on which page', async () => {
    const one = visit({ visitor_id: '77', started_at: START + 10 });
    const at = (later: number, path: string, changes: Partial<HitRow> = {}): HitRow =>
      hit(one, { at: one.started_at + later, url: `https://shop.example${path}`, ...changes });
    const rows = {
      visits: [one],
      hits: [
        at(0, '/a'),
        at(5, '/b'),
        at(9, '/c'),
        at(20, '/x', { kind: 'event', identifier: 'order', referrer: 'https://shop.example/c' }),
      ],
    };
    const ids = String(await stored(rows));
    const steps = JSON.stringify([
      actions[0],
      actions[2],
      { type: 'event', name: 'order', directly: true },
      actions[1],
    ]);
    const params = { ids, date1: FIRST_DAY, date2: LAST_DAY, steps };
    const answer = await answered(askFunnelPeople(deps(), { ...params, step: '3' }, testContext()));
    expect(answer.data).toEqual([
      {
        visitor: '77',
        counter_id: Number(ids),
        visit: one.visit_id,
        entered_at: '2026-06-01T00:00:10.000Z',
        reached_at: '2026-06-01T00:00:30.000Z',
        page: 'https://shop.example/c',
      },
    ]);
    const none = await answered(askFunnelPeople(deps(), { ...params, step: '1' }, testContext()));
    expect(none).toMatchObject({ data: [], total_rows: 0 });
  });
});

const TWO = '[{"type":"page"},{"type":"page"}]';

describe('what is refused names its place', () => {
  it.each([
    [{ steps: '' }, 'steps'],
    [{ steps: 'no' }, 'steps'],
    [{ steps: '{}' }, 'steps'],
    [{ steps: '[{"type":"page"}]' }, 'steps'],
    [{ steps: JSON.stringify(Array.from({ length: 1_000 }, () => ({ type: 'page' }))) }, 'steps'],
    [{ steps: '['.repeat(60_000) }, 'steps'],
    [{ steps: '['.repeat(40_000) }, 'steps'],
    [{ steps: '[{"type":"page"},{"type":"purchase"}]' }, 'steps.1.type'],
    [{ steps: '[{"type":"page","directly":true},{"type":"page"}]' }, 'steps.0.directly'],
    [{ steps: '[{"type":"page"},{"type":"goal","goal_id":999}]' }, 'steps.1.goal_id'],
    [{ steps: '[{"type":"page"},{"type":"goal","goal_id":4}]' }, 'steps.1.goal_id'],
    [{ steps: '[{"type":"page"},{"type":"goal"}]' }, 'steps.1.goal_id'],
    [{ steps: '[{"type":"page"},{"type":"page","filter":"ym:pv:nothing==1"}]' }, 'steps.1.filter'],
    [{ steps: '[{"type":"page"},{"type":"page","filter":"ym:s:visits>1"}]' }, 'steps.1.filter'],
    [{ steps: '[{"type":"page"},{"type":"page","filter":"ym:s:segment==5"}]' }, 'steps.1.filter'],
    [{ steps: '[{"type":"page"},{"type":"page","filter":"(("}]' }, 'steps.1.filter'],
    [{ steps: TWO, window: '0' }, 'window'],
    [{ steps: TWO, window: '0d' }, 'window'],
    [{ steps: TWO, window: '-7d' }, 'window'],
    [{ steps: TWO, window: '100y' }, 'window'],
    [{ steps: TWO, window: '36500d' }, 'window'],
    [{ steps: TWO, scope: 'everybody' }, 'scope'],
    [{ steps: TWO, limit: '-1' }, 'limit'],
    [{ steps: TWO, dimensions: 'ym:s:goal' }, 'dimensions'],
    [{ steps: TWO, dimensions: 'ym:s:browser,ym:s:date' }, 'dimensions'],
    [{ steps: TWO, dimensions: 'ym:pv:title' }, 'dimensions.0'],
    [{ steps: TWO, filters: 'ym:s:visits>1' }, 'filters'],
    [{ steps: TWO, segment: '5' }, 'segment'],
  ])('%o', async (params: Params, location) => {
    const refusal = await askFunnel(deps(), { ids: String(stat.counters[0]?.id), ...params }, testContext());
    expect(isProblem(refusal) && problemBody(refusal).errors[0]?.location).toBe(location);
  });

  it.each([
    [{ step: '0' }, 'step'],
    [{ step: '3' }, 'step'],
    [{ step: '2' }, 'step'],
    [{ step: '1', outcome: 'won' }, 'outcome'],
  ])('of people: %o', async (params: Params, location) => {
    const ids = String(stat.counters[0]?.id);
    const refusal = await askFunnelPeople(deps(), { ids, steps: TWO, ...params }, testContext());
    expect(isProblem(refusal) && problemBody(refusal).errors[0]?.location).toBe(location);
  });
});
