/** What works cost that are done turn by turn: other work of the machine falls on all alike. */
import { cpuTimes } from '../machine.ts';

/** Milliseconds: the one in the middle of all rounds. */
export interface Cost {
  readonly wall: number;
  /** CPU time of the engine and of this process. */
  readonly cpu: number;
}

export type Work = () => Promise<unknown>;

/** The first round warms and is not counted. */
export async function turnByTurn(works: readonly Work[], rounds: number): Promise<Cost[]> {
  const all = works.map((): Cost[] => []);
  for (let round = 0; round <= rounds; round++)
    for (const [index, work] of works.entries()) {
      const cost = await costOf(work).catch(none);
      if (round > 0) all[index]?.push(cost);
    }
  return all.map((costs) => ({
    wall: middle(costs.map(({ wall }) => wall)),
    cpu: middle(costs.map(({ cpu }) => cpu)),
  }));
}

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? Number.NaN;
}

async function costOf(work: Work): Promise<Cost> {
  const before = cpuMilliseconds();
  const startedAt = performance.now();
  await work();
  return { wall: performance.now() - startedAt, cpu: cpuMilliseconds() - before };
}

/** A question that takes too long, or that someone broke, costs no number. */
function none(error: unknown): Cost {
  process.stderr.write(`${String(error)}\n`);
  return { wall: Number.NaN, cpu: Number.NaN };
}

function cpuMilliseconds(): number {
  return [...cpuTimes(process.pid).values()].reduce((sum, time) => sum + time, 0) / 1_000;
}
