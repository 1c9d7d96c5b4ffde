/** Sums of days for retention: what of a counter decides them is looked up when they are made [P43]. */
import type { CounterStore, GoalStore } from '../../counters/index.ts';
import { createDaySums, type SummedCounter } from '../../query/index.ts';
import type { Olap } from '../../kit/olap.ts';
import type { KeptSums } from './port.ts';

const KINDS = ['hits', 'visits'] as const;
const isSummed = (kind: string): kind is (typeof KINDS)[number] => KINDS.some((one) => one === kind);

export interface KeptSumsDeps {
  readonly counters: Pick<CounterStore, 'get'>;
  readonly goals: Pick<GoalStore, 'list'>;
}

export function createKeptSums(
  olap: Pick<Olap, 'query' | 'command'>,
  { counters, goals }: KeptSumsDeps,
): KeptSums {
  const sums = createDaySums(olap);

  async function counterOf(id: number): Promise<SummedCounter | null> {
    const counter = await counters.get(id);
    if (counter === null) return null;
    const list = await goals.list(id, false);
    return {
      id,
      zone: counter.timeZone,
      goals: list.map((goal) => goal.id),
      favorites: list.filter(({ favorite }) => favorite).map((goal) => goal.id),
    };
  }

  return {
    kinds: KINDS,
    async days(counterId, kind, before) {
      const counter = await counterOf(counterId);
      return counter === null || !isSummed(kind) ? 0 : sums.days(counter, kind, before);
    },
    async sum(counterId, kind, before, hold) {
      const counter = await counterOf(counterId);
      return counter === null || !isSummed(kind) ? undefined : sums.sum(counter, kind, before, hold);
    },
  };
}
