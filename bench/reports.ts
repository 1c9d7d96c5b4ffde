/**
 * What reports cost beside the same questions written by hand, on a month that grows and on one that was merged:
 * (a) by hand with FINAL while it grows, (b) without once it is merged. Days that are over for four are closed, as by a
 * server. The machine is noisy and shared: read the ratios. Arguments: visits, 2,500,000 unless said; rounds.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuTimes } from './machine.ts';
import { startReports } from './reports/ask.ts';
import { closeDays, merge, partsOf, writePast } from './reports/past.ts';
import { QUESTIONS } from './reports/questions.ts';
import { migrateOlap, openOlap } from '../packages/server/src/stores/olap/index.ts';

const [visits = 2_500_000, rounds = 5] = process.argv.slice(2).map(Number);

/** Milliseconds: the least of all rounds, since other work only adds. */
interface Cost {
  readonly wall: number;
  /** CPU time of the engine and of this process. */
  readonly cpu: number;
}

const dataDir = mkdtempSync(join(tmpdir(), 'goalpost-bench-'));
const opened = openOlap({ dataDir, clickhouseUrl: null });
try {
  await opened.ready();
  const { olap } = opened;
  await migrateOlap(olap);
  await writePast(olap, visits);
  const ask = startReports(olap);
  await closeDays(olap);
  const growing = await measureAll(`${await partsOf(olap)} parts`, 'visits FINAL');
  await merge(olap);
  const merged = await measureAll(`${await partsOf(olap)} part`, 'visits');
  for (const kind of ['wall', 'cpu'] as const) print(kind, growing, merged);

  async function measureAll(label: string, table: string): Promise<readonly (readonly [Cost, Cost])[]> {
    process.stderr.write(`${visits} visits, ${label}\n`);
    const costs: (readonly [Cost, Cost])[] = [];
    for (const { name, url, params, byHand } of QUESTIONS) {
      const sql = byHand(table);
      const ours = await least(() => ask(url, params)).catch(none);
      const hand = await least(() => olap.query(sql, {})).catch(none);
      process.stderr.write(
        `  ${name}: ours ${ours.wall.toFixed(0)} ms, by hand ${hand.wall.toFixed(0)} ms\n`,
      );
      costs.push([ours, hand]);
    }
    return costs;
  }
} finally {
  await opened.olap.close();
  rmSync(dataDir, { recursive: true, force: true });
}

/** A question that takes too long, or that somebody broke, costs no number. */
function none(error: unknown): Cost {
  process.stderr.write(`${String(error)}\n`);
  return { wall: Number.NaN, cpu: Number.NaN };
}

async function least(work: () => Promise<unknown>): Promise<Cost> {
  const all: Cost[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = cpuMilliseconds();
    const startedAt = performance.now();
    await work();
    all.push({ wall: performance.now() - startedAt, cpu: cpuMilliseconds() - before });
  }
  return {
    wall: Math.min(...all.map(({ wall }) => wall)),
    cpu: Math.min(...all.map(({ cpu }) => cpu)),
  };
}

function cpuMilliseconds(): number {
  return [...cpuTimes(process.pid).values()].reduce((sum, time) => sum + time, 0) / 1_000;
}

type Costs = readonly (readonly [Cost, Cost])[];

function print(kind: keyof Cost, growing: Costs, merged: Costs): void {
  const heads = ['(b), ms', 'ours, growing / (a)', 'ours, growing / (b)', 'ours, merged / (b)'];
  const lines = QUESTIONS.map(({ name }, index) => {
    const [ours, a] = growing[index] ?? [];
    const [oursMerged, b] = merged[index] ?? [];
    const ratio = (one: Cost | undefined, other: Cost | undefined): string =>
      ((one?.[kind] ?? Number.NaN) / (other?.[kind] ?? Number.NaN)).toFixed(2);
    return [name, (b?.[kind] ?? 0).toFixed(0), ratio(ours, a), ratio(ours, b), ratio(oursMerged, b)];
  });
  const width = Math.max(...QUESTIONS.map(({ name }) => name.length));
  const title = kind === 'wall' ? 'by the time that passed' : 'by CPU time';
  const row = ([name = '', ...cells]: readonly string[]): string =>
    `${name.padEnd(width)}${cells.map((cell, index) => cell.padStart((heads[index] ?? '').length + 3)).join('')}\n`;
  process.stdout.write(`\n${row([title, ...heads])}${lines.map(row).join('')}`);
}
