import type { ChatFunnel } from '@goalpost/contract/chat';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { VisitRow } from '../../collect/index.ts';
import type { CounterRecord } from '../../counters/index.ts';
import { isProblem, problemBody } from '../../kit/problem.ts';
import { startTestOlap, type TestOlap } from '../../stores/olap/test-olap.ts';
import { counter, goal, NOW, testContext } from '../../query/test-stat.ts';
import { jsonLines, seconds, visit, type VisitChanges } from '../../query/test-visits.ts';
import { askFunnel } from './ask.ts';
import type { FunnelConversation } from './port.ts';

const CHAT_GOAL = goal(7, { conditions: [{ type: 'exact', url: 'Jivo_Client_initiate_chat' }] });
const ORDER = goal(8);
const THANKS = goal(9);
const at = (time: string): number => seconds(`2026-03-10T${time}Z`);

let test: TestOlap;
/** Each test has a counter of its own. */
let id = 0;
beforeAll(async () => {
  test = await startTestOlap();
});
beforeEach(() => {
  id++;
});
afterAll(() => test.close());

type Reach = readonly [goal: number, second: number, price?: number, currency?: string];

function reached(...list: readonly Reach[]): VisitChanges {
  return {
    goal_ids: list.map(([one]) => one),
    goal_times: list.map(([, second]) => second),
    goal_prices: list.map(([, , price = 0]) => price),
    goal_currencies: list.map(([, , , currency = 'RUB']) => currency),
  };
}

interface World {
  readonly visits?: readonly VisitChanges[];
  readonly invited?: readonly string[];
  readonly conversations?: readonly FunnelConversation[];
  readonly goals?: readonly ReturnType<typeof goal>[];
  readonly settings?: Partial<CounterRecord>;
  /** Of the records store. */
  onPeriod?(from: number, before: number): void;
}

async function ask(world: World, days: Record<string, string> = {}) {
  const rows: VisitRow[] = (world.visits ?? []).map((one) => visit({ counter_id: id, ...one }));
  if (rows.length > 0)
    await test.olap.insert('visits', jsonLines(rows), `funnel-${id}-${crypto.randomUUID()}`);
  const { goals = [CHAT_GOAL, ORDER, THANKS] } = world;
  const found = await askFunnel(
    {
      olap: test.olap,
      counters: { get: async () => counter({ id, currency: 'RUB', ...world.settings }) },
      goals: { list: async () => goals.map((one) => ({ ...one, counterId: id })) },
      segments: { find: async () => [] },
      clock: { now: () => NOW },
      records: {
        invited: async (_counter, from, before) => {
          world.onPeriod?.(from, before);
          return world.invited ?? [];
        },
        conversations: async () => world.conversations ?? [],
      },
    },
    id,
    { date1: '2026-03-10', date2: '2026-03-10', ...days },
    testContext(),
  );
  return found;
}

async function funnel(world: World, days?: Record<string, string>): Promise<ChatFunnel> {
  const found = await ask(world, days);
  if (isProblem(found)) throw new Error(JSON.stringify(problemBody(found)));
  return found;
}

it('[M7] is all zeros where nothing was', async () => {
  expect(await funnel({ goals: [] })).toEqual({
    date1: '2026-03-10',
    date2: '2026-03-10',
    currency: 'RUB',
    visitors: 0,
    invited: 0,
    conversations: 0,
    conversing: 0,
    goals: 0,
    goal_ids: [],
    revenue: 0,
    other_revenue: [],
    revenue_of_all: 0,
    other_revenue_of_all: [],
  });
});

it('[M19]–[M22] counts visitors, those invited, conversations and their goals', async () => {
  const answer = await funnel({
    visits: [
      { visitor_id: '1', ...reached([7, at('12:00:00')], [7, at('12:10:00')], [8, at('12:20:00')]) },
      { visitor_id: '1' },
      { visitor_id: '2', ...reached([7, at('12:00:00')]) },
      { visitor_id: '3' },
      { visitor_id: '4', started_at: seconds('2026-03-11T00:00:00Z'), ...reached([7, at('23:59:59')]) },
    ],
    invited: ['2', '3'],
    conversations: [
      { visitor: '1', at: at('12:00:00') * 1_000 },
      { visitor: '1', at: at('12:10:00') * 1_000 },
      { visitor: '2', at: at('12:00:00') * 1_000 },
    ],
  });
  expect(answer).toMatchObject({
    visitors: 3,
    invited: 2,
    conversations: 3,
    conversing: 2,
    goals: 3,
    goal_ids: [7],
  });
});

it('[M22] takes the first of an owner’s goals with one condition, and no deleted one', async () => {
  const { conditions } = CHAT_GOAL;
  const world = { visits: [{ ...reached([7, at('12:00:00')], [11, at('12:00:00')]) }] };
  const goals = [goal(11, { conditions }), CHAT_GOAL, goal(12, { conditions, type: 'url' })];
  expect(await funnel({ ...world, goals })).toMatchObject({ goals: 1, goal_ids: [7] });
  expect(await funnel({ goals: [ORDER] })).toMatchObject({ goals: 0, goal_ids: [] });
});

describe('robots', () => {
  const world = {
    visits: [
      { visitor_id: '1', is_robot: true },
      { visitor_id: '2', is_robot: true },
      { visitor_id: '2', is_robot: false },
    ],
    invited: ['1', '2', '3'],
    conversations: [
      { visitor: '1', at: 5 },
      { visitor: '2', at: 5 },
      { visitor: '3', at: 5 },
    ],
  };

  it('[M20, M21] are in no step; who is not known to the reports yet is in', async () => {
    expect(await funnel(world)).toMatchObject({ visitors: 1, invited: 2, conversations: 2, conversing: 2 });
  });
});

describe('revenue', () => {
  const since = (visitor: string, time: string) => ({ visitor, at: at(time) * 1_000 + 400 });

  it('[M23, M34] is of those who conversed, from the first message on, in the currency of the counter', async () => {
    const answer = await funnel({
      visits: [
        {
          visitor_id: '1',
          ...reached(
            [8, at('11:59:59'), 1],
            [8, at('12:00:00'), 10.01],
            [9, at('12:00:10'), 20.02],
            [8, at('12:00:20'), 40, 'EUR'],
            [99, at('12:00:30'), 80],
          ),
        },
        { visitor_id: '1', ...reached([8, at('14:00:00'), 100]) },
        { visitor_id: '2', ...reached([8, at('14:00:00'), 500], [8, at('14:00:00'), 7.5, 'USD']) },
        {
          visitor_id: '1',
          started_at: seconds('2026-03-11T00:00:00Z'),
          ...reached([8, at('23:00:00'), 9_000]),
        },
      ],
      conversations: [since('1', '13:00:00'), since('1', '12:00:00')],
    });
    const eur = { currency: 'EUR', revenue: 40 };
    expect(answer).toMatchObject({
      revenue: 130.03,
      other_revenue: [eur],
      revenue_of_all: 631.03,
      other_revenue_of_all: [eur, { currency: 'USD', revenue: 7.5 }],
    });
  });

  it('[M24] counts one price of one second once, whatever goals it reached', async () => {
    const answer = await funnel({
      visits: [
        {
          visitor_id: '1',
          ...reached(
            [8, at('12:00:00'), 30],
            [9, at('12:00:00'), 30],
            [8, at('12:00:01'), 30],
            [9, at('12:00:01'), 5],
          ),
        },
        { visitor_id: '2', ...reached([8, at('12:00:00'), 30]) },
      ],
      conversations: [since('1', '11:00:00')],
    });
    expect(answer).toMatchObject({ revenue: 65, revenue_of_all: 95 });
  });

  it('is found for more visitors than one query takes, and for numbers that nobody can have', async () => {
    const many = Array.from({ length: 2_500 }, (_, index) => String(1_000 + index));
    const answer = await funnel({
      visits: many.map((visitor) => ({ visitor_id: visitor, ...reached([8, at('12:00:00'), 0.1]) })),
      conversations: [...many, '99999999999999999999'].map((visitor) => since(visitor, '12:00:00')),
    });
    expect(answer).toMatchObject({ conversations: 2_501, revenue: 250, revenue_of_all: 250 });
  });
});

describe('the period', () => {
  async function instants(timeZone: string, days: Record<string, string>): Promise<string[]> {
    const seen: string[] = [];
    const onPeriod = (...both: number[]) =>
      seen.push(...both.map((instant) => new Date(instant).toISOString()));
    await funnel({ settings: { timeZone }, onPeriod }, days);
    return seen;
  }

  it('is of whole days in the time zone of the counter, also where clocks change', async () => {
    expect(await instants('Europe/Belgrade', { date1: '2026-03-28', date2: '2026-03-29' })).toEqual([
      '2026-03-27T23:00:00.000Z',
      '2026-03-29T22:00:00.000Z',
    ]);
    expect(await instants('Asia/Kolkata', { date1: 'today', date2: 'today' })).toEqual([
      '2026-03-11T18:30:00.000Z',
      '2026-03-12T18:30:00.000Z',
    ]);
  });

  it.each([{ date1: 'tomorrow' }, { date1: '2026-02-30' }, { date1: '2026-03-11', date2: '2026-03-10' }])(
    '%o is refused',
    async (days) => {
      expect(await ask({}, days)).toMatchObject({ items: [{ error_type: 'invalid_parameter' }] });
    },
  );
});
