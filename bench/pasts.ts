/**
 * What collection's look-up of visitors' pasts costs. A counter of 30 days stands beside one of two years with as many
 * visits a day. The machine is noisy and shared: read the ratios. Arguments: visits a day, 2,000 unless said; rounds.
 */
import { cpuTimes } from './machine.ts';
import { createVisitorHistory } from '../packages/server/src/visitors/index.ts';
import { withOlap } from './olap-store.ts';

const [perDay = 2_000, rounds = 9] = process.argv.slice(2).map(Number);
const AGES = [30, 730] as const;
/** Visitors of a batch that memory does not hold. */
const BATCHES = [50, 1_000] as const;
const LAST_DAY = '2026-06-30';
const AT_ONCE = 100_000;

const INSERT = `INSERT INTO visits (counter_id, opened_on, visit_id, visitor_id, version, segment, started_at, visit_number)
SELECT {counter:UInt32}, toDate('${LAST_DAY}') - intDiv(number, {perDay:UInt32}), cityHash64(number),
  cityHash64(intDiv(number, 2), 7), 1, 1, toDateTime(toDate('${LAST_DAY}') - intDiv(number, {perDay:UInt32}), 'UTC'), 1
FROM numbers({from:UInt64}, {count:UInt64})
SETTINGS max_insert_threads = 1, max_threads = 1, max_partitions_per_insert_block = 100`;

const SOME = `SELECT groupArray(visitor_id) AS ids FROM (
  SELECT DISTINCT visitor_id FROM visits
  WHERE counter_id = {days:UInt32} AND opened_on > toDate('${LAST_DAY}') - 30
  ORDER BY cityHash64(visitor_id, {round:UInt32}) LIMIT {batch:UInt32}
)`;

await withOlap(async (olap) => {
  for (const days of AGES) {
    const all = days * perDay;
    for (let from = 0; from < all; from += AT_ONCE) {
      const count = Math.min(AT_ONCE, all - from);
      await olap.command(INSERT, { counter: days, perDay, from, count });
    }
  }
  // As it comes to lie when little is written.
  await olap.command('OPTIMIZE TABLE pasts FINAL');
  const history = createVisitorHistory(olap);
  for (const batch of BATCHES) {
    const costs = new Map<number, number[]>(AGES.map((days) => [days, []]));
    for (let round = 0; round < rounds; round++)
      for (const days of AGES) {
        const [row] = await olap.query<{ ids: string[] }>(SOME, { days, round, batch });
        const before = cpu();
        const found = await history.lookup(days, row?.ids ?? [], 2);
        costs.get(days)?.push(cpu() - before);
        if (found.size !== batch) throw new Error(`${found.size} of ${batch} were found`);
      }
    const [young = 0, old = 0] = AGES.map((days) => Math.min(...(costs.get(days) ?? [])));
    const ratio = (old / young).toFixed(2);
    process.stdout.write(
      `${batch} visitors: 30 days ${young.toFixed(1)} ms of CPU, two years ${old.toFixed(1)}, ratio ${ratio}\n`,
    );
  }
});

function cpu(): number {
  return [...cpuTimes(process.pid).values()].reduce((sum, time) => sum + time, 0) / 1_000;
}
