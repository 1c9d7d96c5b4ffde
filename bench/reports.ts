/**
 * What reports cost beside the same questions by hand, on a month that grows and on a merged one.
 * (a) by hand with FINAL while it grows, (b) without once it is merged. Days that are over for four are closed, as by a
 * server. What is compared is asked turn by turn, a copy of the month being merged from the start: the machine is noisy
 * and shared, so read the ratios, of CPU time above all. Arguments: visits, 2,500,000 unless said; rounds.
 */
import { startReports } from './reports/ask.ts';
import { turnByTurn, type Cost, type Work } from './reports/cost.ts';
import { closeDays, copyMerged, merge, MERGED, partsOf, writePast } from './reports/past.ts';
import { QUESTIONS } from './reports/questions.ts';
import { withOlap } from './olap-store.ts';

const [visits = 2_500_000, rounds = 7] = process.argv.slice(2).map(Number);

await withOlap(async (olap) => {
  await writePast(olap, visits);
  const ask = startReports(olap);
  await closeDays(olap);
  await copyMerged(olap);
  const hand =
    (sql: string): Work =>
    () =>
      olap.query(sql, {});
  const growing = await measureAll(`${await partsOf(olap)} parts`, ({ url, params, byHand }) => [
    () => ask(url, params),
    hand(byHand('visits FINAL')),
    hand(byHand(MERGED)),
  ]);
  await merge(olap);
  const merged = await measureAll(`${await partsOf(olap)} part`, ({ url, params, byHand }) => [
    () => ask(url, params),
    hand(byHand(MERGED)),
  ]);
  for (const kind of ['wall', 'cpu'] as const) print(kind, growing, merged);
});

async function measureAll(
  label: string,
  worksOf: (asked: (typeof QUESTIONS)[number]) => readonly Work[],
): Promise<Costs> {
  process.stderr.write(`${visits} visits, ${label}\n`);
  const all: Cost[][] = [];
  for (const asked of QUESTIONS) {
    const costs = await turnByTurn(worksOf(asked), rounds);
    process.stderr.write(`  ${asked.name}: CPU ms ${costs.map(({ cpu }) => cpu.toFixed(0)).join(', ')}\n`);
    all.push(costs);
  }
  return all;
}

type Costs = readonly (readonly Cost[])[];

function print(kind: keyof Cost, growing: Costs, merged: Costs): void {
  const heads = ['(b), ms', 'ours, growing / (a)', 'ours, growing / (b)', 'ours, merged / (b)'];
  const lines = QUESTIONS.map(({ name }, index) => {
    const [ours, a, b] = growing[index] ?? [];
    const [oursMerged, bThen] = merged[index] ?? [];
    const ratio = (one: Cost | undefined, other: Cost | undefined): string =>
      ((one?.[kind] ?? Number.NaN) / (other?.[kind] ?? Number.NaN)).toFixed(2);
    return [name, (b?.[kind] ?? 0).toFixed(0), ratio(ours, a), ratio(ours, b), ratio(oursMerged, bThen)];
  });
  const width = Math.max(...QUESTIONS.map(({ name }) => name.length));
  const title = kind === 'wall' ? 'by the time that passed' : 'by CPU time';
  const row = ([name = '', ...cells]: readonly string[]): string =>
    `${name.padEnd(width)}${cells.map((cell, index) => cell.padStart((heads[index] ?? '').length + 3)).join('')}\n`;
  process.stdout.write(`\n${row([title, ...heads])}${lines.map(row).join('')}`);
}
