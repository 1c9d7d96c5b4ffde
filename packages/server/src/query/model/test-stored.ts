/** For tests: a world of visits, stored as a new counter's. */
import type { VisitRow } from '../../collect/index.ts';
import { counter, goal, type TestStat } from '../test-stat.ts';
import type { ModelWorld } from './test-answer.ts';

/** Stores the visits as a new counter's, each also in an older version that must not be seen. */
export function createStore(stat: TestStat) {
  let counters = 100;
  return async (
    rows: readonly VisitRow[],
    zone: string,
  ): Promise<{ counterId: number; world: ModelWorld }> => {
    const counterId = counters++;
    stat.counters = [counter({ id: counterId, timeZone: zone })];
    stat.goals = [
      ...[1, 2, 3].map((id) => goal(id, { counterId, favorite: id !== 3 })),
      goal(4, { counterId, status: 'Deleted', favorite: true }),
    ];
    const own = rows.map((row) => ({ ...row, counter_id: counterId, version: 2 }));
    const old = own.map((row) => ({ ...row, version: 1, browser: 'old', page_views: 99, goal_ids: [] }));
    await stat.add(...old);
    await stat.add(...own);
    return { counterId, world: { visits: own, goals: [1, 2, 3], favorites: [1, 2], currency: 'EUR' } };
  };
}
