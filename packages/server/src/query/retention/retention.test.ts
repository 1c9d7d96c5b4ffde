/** Retention against a plain count over lists of moments [M83]. */
import type { RetentionAction, RetentionMode, RetentionUnit } from '@goalpost/contract/reports/retention';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HitRow, VisitRow } from '../../collect/index.ts';
import { alwaysTried } from '../../kit/test-examples.ts';
import { isProblem, problemBody } from '../../kit/problem.ts';
import {
  actions,
  DAY,
  END,
  FIRST_DAY,
  isAction,
  LAST_DAY,
  START,
  traffic,
  type Traffic,
} from '../actions/test-actions.ts';
import { createStore } from '../model/test-stored.ts';
import { startTestStat, testContext, type Params, type TestStat } from '../test-stat.ts';
import { askRetention } from './ask.ts';

let stat: TestStat;
let store: ReturnType<typeof createStore>;
beforeAll(async () => {
  stat = await startTestStat();
  store = createStore(stat);
});
afterAll(() => stat.close());

const ask = (params: Params, now = '2026-08-01T00:00:00Z') =>
  askRetention(
    {
      olap: stat.olap,
      counters: { get: async (id: number) => stat.counters.find((one) => one.id === id) ?? null },
      goals: { list: async () => stat.goals.filter(({ status }) => status === 'Active') },
      segments: { find: async () => [] },
      clock: { now: () => Date.parse(now) },
    },
    params,
    testContext(),
  );

const isSuch = (action: RetentionAction, one: HitRow, of: VisitRow): boolean =>
  action.type === 'visit' || isAction(action, one, of);

/** Number of the calendar's interval, in June of 2026, which begins on a Monday. */
const calendar: Readonly<Record<RetentionUnit, (at: number) => number>> = {
  day: (at) => Math.floor((at - START) / DAY),
  week: (at) => Math.floor((at - START) / (7 * DAY)),
  month: () => 0,
};
const LENGTHS = { day: DAY, week: 7 * DAY, month: 30 * DAY };
const COUNTS = { day: 30, week: 5, month: 1 };

interface ModelAsk {
  readonly first: RetentionAction;
  readonly second: RetentionAction;
  readonly unit: RetentionUnit;
  readonly mode: RetentionMode;
  readonly browser: string | null;
}

function expected({ visits, hits }: Traffic, { first, second, unit, mode, browser }: ModelAsk) {
  const of = new Map(visits.map((one) => [one.visit_id, one]));
  const inside = hits.filter(({ at, is_robot }) => !is_robot && at >= START && at < END);
  const cohorts = Array.from({ length: COUNTS[unit] }, (_none, index) => {
    const begins = START + index * LENGTHS[unit];
    const rolling = Math.floor((END - DAY - begins) / LENGTHS[unit]);
    return {
      visitors: 0,
      returned: Array.from({ length: mode === 'calendar' ? COUNTS[unit] - index - 1 : rolling }, () => 0),
    };
  });
  for (const list of Map.groupBy(inside, ({ visitor_id }) => visitor_id).values()) {
    const seen = (one: HitRow): VisitRow => of.get(one.visit_id) as VisitRow;
    const begun = Math.min(
      ...list
        .filter((one) => isSuch(first, one, seen(one)) && (browser === null || seen(one).browser === browser))
        .map(({ at }) => at),
    );
    if (begun === Number.POSITIVE_INFINITY) continue;
    const cohort = cohorts[calendar[unit](begun)];
    if (cohort === undefined) throw new Error('no such cohort');
    cohort.visitors++;
    const later = list
      .filter((one) => isSuch(second, one, seen(one)) && one.at > begun)
      .map(({ at }) =>
        mode === 'calendar'
          ? calendar[unit](at) - calendar[unit](begun)
          : Math.floor((at - begun) / LENGTHS[unit]),
      );
    for (const k of new Set(later)) {
      if (k > 0 && k <= cohort.returned.length) cohort.returned[k - 1] = (cohort.returned[k - 1] ?? 0) + 1;
    }
  }
  return cohorts;
}

const action = fc.oneof(
  fc.constant<RetentionAction>({ type: 'visit' }),
  fc.constantFrom<RetentionAction>(...actions),
);

const returns = (rows: Traffic, asked: ModelAsk): number =>
  expected(rows, asked).reduce((all, { returned }) => all + returned.reduce((sum, one) => sum + one, 0), 0);

const asks: fc.Arbitrary<ModelAsk> = fc.record({
  first: action,
  second: action,
  unit: fc.constantFrom('day', 'week', 'month'),
  mode: fc.constantFrom('calendar', 'rolling'),
  browser: fc.option(fc.constant('Chrome'), { nil: null }),
});

describe('[M83] retention', () => {
  it('is what a plain count says, by day, week and month', async () => {
    let came = 0;
    await fc.assert(
      fc.asyncProperty(traffic, asks, async (rows, asked) => {
        const { counterId } = await store(rows.visits, 'UTC');
        await stat.addHits(...rows.hits.map((one) => ({ ...one, counter_id: counterId })));
        const answer = await ask({
          ids: String(counterId),
          date1: FIRST_DAY,
          date2: LAST_DAY,
          first: JSON.stringify(asked.first),
          return: JSON.stringify(asked.second),
          unit: asked.unit,
          mode: asked.mode,
          ...(asked.browser === null ? {} : { filters: `ym:s:browser=='${asked.browser}'` }),
        });
        if (isProblem(answer)) throw new Error(problemBody(answer).message);
        const cohorts = expected(rows, asked);
        expect(answer.data.map(({ visitors, returned }) => ({ visitors, returned }))).toEqual(cohorts);
        expect(answer.totals.visitors).toBe(cohorts.reduce((sum, { visitors }) => sum + visitors, 0));
        for (const [k, returned] of answer.totals.returned.entries()) {
          const those = cohorts.filter((one) => k < one.returned.length);
          expect(returned).toBe(those.reduce((sum, one) => sum + (one.returned[k] ?? 0), 0));
          expect(answer.totals.of[k]).toBe(those.reduce((sum, { visitors }) => sum + visitors, 0));
          came += returned;
        }
      }),
      {
        numRuns: 20,
        examples: alwaysTried(fc.tuple(traffic, asks).filter(([rows, asked]) => returns(rows, asked) > 0)),
      },
    );
    expect(came).toBeGreaterThan(0);
  });

  it('has no cell for what is still to come', async () => {
    const ids = String(stat.counters[0]?.id);
    const params = { ids, date1: '2026-07-01', date2: '2026-07-31', unit: 'week' };
    const answer = await ask(params, '2026-07-14T12:00:00Z');
    if (isProblem(answer)) throw new Error('refused');
    expect(answer.data.map(({ from, returned }) => [from, returned.length])).toEqual([
      ['2026-07-01', 2],
      ['2026-07-06', 1],
      ['2026-07-13', 0],
    ]);
  });

  it.each([
    [{ first: 'x' }, 'first'],
    [{ first: '{"type":"no"}' }, 'first.type'],
    [{ return: '{"type":"goal","goal_id":999}' }, 'return.goal_id'],
    [{ return: '{"type":"page","filter":"ym:pv:x==1"}' }, 'return.filter'],
    [{ unit: 'year' }, 'unit'],
    [{ unit: 'day', date1: '1990-01-01' }, 'unit'],
    [{ mode: 'both' }, 'mode'],
    [{ date1: '1900-01-01' }, 'date1'],
    [{ filters: 'ym:s:visits>1' }, 'filters'],
  ])('%o is refused', async (params: Params, location) => {
    const refusal = await ask({ ids: String(stat.counters[0]?.id), ...params });
    expect(isProblem(refusal) && problemBody(refusal).errors[0]?.location).toBe(location);
  });
});
