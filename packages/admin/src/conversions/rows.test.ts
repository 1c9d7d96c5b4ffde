import type { Goal } from '@goalpost/contract/goals';
import type { DataResponse } from '@goalpost/contract/reports';
import { describe, expect, it } from 'vitest';
import { goalRows, goalsOfInterest, inLots, sortRows } from './rows.ts';

const goal = (id: number, name: string): Goal => ({
  id,
  name,
  type: 'action',
  default_price: 0,
  is_favorite: 0,
  is_retargeting: 0,
  goal_source: 'auto',
  status: 'Active',
  flag: '',
  prev_goal_id: 0,
  conditions: [],
});

const answer = (rows: Record<number, (number | null)[]>): DataResponse => ({
  query: {},
  total_rows: 0,
  total_rows_rounded: false,
  sampled: false,
  contains_sensitive_data: false,
  sample_share: 1,
  sample_size: 0,
  sample_space: 0,
  data_lag: 0,
  data: Object.entries(rows).map(([id, metrics]) => ({
    dimensions: [{ id: Number(id), name: 'x' }],
    metrics,
  })),
  totals: [],
  min: [],
  max: [],
});

const parts = {
  goals: [goal(1, 'b'), goal(2, 'a')],
  now: answer({ 1: [12, 10, 8, 5] }),
  before: answer({ 1: [6, 6, 6, 3] }),
  everyone: { visits: 200, users: 160 },
  revenue: new Map([[1, 99]]),
  otherRevenue: new Map([[1, [{ currency: 'USD', revenue: 8_107 }]]]),
  backfilled: new Map([[2, 7]]),
  trends: new Map([[1, [1, 2]]]),
};

describe('goalRows', () => {
  it('joins reports by goal', () => {
    const [row] = goalRows(parts);
    expect(row).toMatchObject({
      reaches: 12,
      visits: 10,
      users: 8,
      rate: 5,
      userRate: 5,
      revenue: 99,
      otherRevenue: [{ currency: 'USD', revenue: 8_107 }],
      trend: [1, 2],
    });
    expect(row?.before).toMatchObject({ reaches: 6, rate: 3 });
  });

  it('[M7] says 0 for a goal nobody reached, and nothing for a rate of nothing', () => {
    expect(goalRows(parts)[1]).toMatchObject({ reaches: 0, rate: 0, userRate: 0, revenue: null });
    const nobody = goalRows({ ...parts, now: answer({}), everyone: { visits: 0, users: 0 } });
    expect(nobody[0]).toMatchObject({ reaches: 0, rate: null, userRate: null });
  });

  it('sorts by a number, then by name', () => {
    const rows = goalRows({ ...parts, now: answer({}) });
    expect(sortRows(rows, 'reaches', true).map((row) => row.goal.name)).toEqual(['a', 'b']);
    expect(sortRows(goalRows(parts), 'reaches', true).map((row) => row.goal.id)).toEqual([1, 2]);
    expect(sortRows(goalRows(parts), 'revenue', false).map((row) => row.goal.id)).toEqual([2, 1]);
  });
});

describe('goalsOfInterest', () => {
  const reached = { ...parts, now: answer({ 1: [12, 10, 8, 5], 2: [30, 20, 20, 10] }) };

  it('takes the goals reached most', () => {
    expect(goalsOfInterest(goalRows(reached), 5)).toEqual([2, 1]);
    expect(goalsOfInterest(goalRows(reached), 1)).toEqual([2]);
    expect(goalsOfInterest(goalRows({ ...parts, backfilled: new Map() }), 5)).toEqual([1]);
    // [G69] What was backfilled is on the chart, too.
    expect(goalsOfInterest(goalRows(parts), 5)).toEqual([1, 2]);
  });

  it('takes chat goals and favourites before others', () => {
    const chat = {
      ...goal(1, 'b'),
      conditions: [{ type: 'exact' as const, url: 'Jivo_Offline_message_sent' }],
    };
    expect(goalsOfInterest(goalRows({ ...reached, goals: [chat, goal(2, 'a')] }), 5)).toEqual([1]);
    const dear = { ...goal(2, 'a'), is_favorite: 1 };
    expect(goalsOfInterest(goalRows({ ...reached, goals: [chat, dear] }), 5)).toEqual([2, 1]);
  });
});

describe('inLots', () => {
  it('cuts a list', () => {
    expect(inLots([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
    expect(inLots([], 2)).toEqual([]);
  });
});
