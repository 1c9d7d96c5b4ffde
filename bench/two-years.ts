/**
 * What reports of a small counter cost over two years beside its last 30 days.
 * Both are asked turn by turn.
 * The machine is noisy and shared: read the ratios, of CPU time. Arguments: visits a day, 50 unless said; rounds.
 */
import { startReports } from './reports/ask.ts';
import { turnByTurn } from './reports/cost.ts';
import { closeDays, MONTH, writeYears, YEARS } from './reports/past.ts';
import { QUESTIONS } from './reports/questions.ts';
import { withOlap } from './olap-store.ts';

const [perDay = 50, rounds = 9] = process.argv.slice(2).map(Number);

await withOlap(async (olap) => {
  await writeYears(olap, perDay);
  await closeDays(olap);
  const ask = startReports(olap);
  for (const { name, url, params } of QUESTIONS) {
    const over = (date1: string) => (): Promise<unknown> => ask(url, { ...params, date1 });
    const [month, years] = await turnByTurn([over(MONTH.first), over(YEARS.first)], rounds);
    const [young = Number.NaN, old = Number.NaN] = [month?.cpu, years?.cpu];
    process.stdout.write(
      `${name}: 30 days ${young.toFixed(0)} ms of CPU, two years ${old.toFixed(0)}, ratio ${(old / young).toFixed(2)}\n`,
    );
  }
});
