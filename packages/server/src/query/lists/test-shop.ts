/** For tests: counters of their own, and short questions about their visits. */
import { counter, type TestStat } from '../test-stat.ts';

export interface TestShop {
  /** Number of a counter that no other test has rows of. */
  own(): number;
  /** Rows by their ids as JSON, and the totals. Names are without `ym:s:`. */
  asked(
    id: number,
    metrics: readonly string[],
    dimensions: readonly string[],
  ): Promise<{ rows: Record<string, unknown>; totals: unknown }>;
  totals(id: number, metrics: string, more?: Record<string, string>): Promise<unknown>;
}

export function testShop(stat: TestStat): TestShop {
  let counters = 100;
  return {
    own() {
      counters += 1;
      stat.counters = [counter({ id: counters, currency: 'EUR' })];
      return counters;
    },
    async asked(id, metrics, dimensions) {
      const full = (names: readonly string[]) => names.map((name) => `ym:s:${name}`).join();
      const answer = await stat.data({
        ids: String(id),
        metrics: full(metrics),
        dimensions: full(dimensions),
        limit: '10000',
      });
      const rows = answer.data.map((row) => [
        JSON.stringify(row.dimensions.map((one) => one.id)),
        row.metrics,
      ]);
      return { rows: Object.fromEntries(rows) as Record<string, unknown>, totals: answer.totals };
    },
    totals: async (id, metrics, more = {}) => (await stat.data({ ids: String(id), metrics, ...more })).totals,
  };
}
