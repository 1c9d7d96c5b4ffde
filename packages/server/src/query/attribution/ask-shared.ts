/** Tables, charts and drill-downs whose goals are shared out over the visits that led to them [M68]. */
import type { BytimeResponse, DataResponse, DrilldownResponse } from '@goalpost/contract/reports';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { chartOf, chosenKeys, type Context, type Question, type StatDeps } from '../ask.ts';
import { levelPlan } from '../ask-drilldown.ts';
import { compileChartTotals } from '../compile/chart.ts';
import { isSingle } from '../compile/scope.ts';
import { compileTable } from '../compile/table.ts';
import type { Intervals } from '../intervals/intervals.ts';
import type { Plan } from '../plan/plan.ts';
import { run } from '../run.ts';
import { visits } from '../scopes/visits.ts';
import { shapeChart } from '../shape/chart.ts';
import { shapeDrilldown } from '../shape/drilldown.ts';
import { isTotal, type StoreRow } from '../shape/rows.ts';
import { shapeTable } from '../shape/table.ts';
import { effectsOf, withOwnSources } from './ask.ts';
import { compileShared } from './compile-shared.ts';
import { measuresOf } from './measures.ts';
import { pageOf, rowsOf, type ShareRow } from './shared-rows.ts';

/** As `/api/v1/attribution` has them unless said. */
const USUAL = { windowDays: 90, halfLifeDays: 7, adSystem: null, limit: 0 } as const;

export async function askSharedTable(
  deps: StatDeps,
  { request, plan, words }: Question,
  context: Context,
): Promise<DataResponse | Problem> {
  const rows = await tableOf(deps, { request, plan }, context);
  return isProblem(rows) ? rows : shapeTable(rows, request, plan, words);
}

export async function askSharedDrilldown(
  deps: StatDeps,
  { request, plan, words }: Question,
  context: Context,
): Promise<DrilldownResponse | Problem> {
  const level = levelPlan(plan, request);
  if (isProblem(level)) return level;
  const rows = await tableOf(deps, { request, plan: level }, context);
  if (isProblem(rows)) return rows;
  return shapeDrilldown(rows, request, level, { words, depth: plan.dimensions.length });
}

export async function askSharedChart(
  deps: StatDeps,
  { request, plan: asked, words }: Question,
  context: Context,
): Promise<BytimeResponse | Problem> {
  const chart = chartOf(asked, request);
  if (isProblem(chart)) return chart;
  const { plan, intervals } = chart;
  const shares = await sharesOf(deps, { request, plan }, intervals, context);
  if (isProblem(shares)) return shares;
  const compiled = compileChartTotals({ ...plan, dimensions: [] }, intervals);
  const totals = hasNone(intervals) ? [] : await run<StoreRow>(deps.olap, compiled, context.signal);
  if (isProblem(totals)) return totals;
  const whole = rowsOf(
    shares.map((share) => ({ ...share, t: '' })),
    plan,
  );
  const keys = chosenKeys(request, plan) ?? pageOf(whole, plan).map(({ ids }) => ids);
  const visits = totals.filter(isTotal).reduce((sum, row) => sum + Number(row['n']), 0);
  const rows = rowsOf(shares, plan).map(({ row }) => row);
  return shapeChart(
    { keys, rowCount: whole.length, visits, rows, totals },
    intervals.list,
    request,
    plan,
    words,
  );
}

/** A day that the clocks of a zone skipped has no hours. */
const hasNone = (intervals: Intervals | null): boolean => intervals?.list.length === 0;

type Asked = Pick<Question, 'request' | 'plan'>;

/** Rows as the store gives them: the page, in front of it the totals, which are those of all goals. */
async function tableOf(
  deps: StatDeps,
  { request, plan }: Asked,
  context: Context,
): Promise<StoreRow[] | Problem> {
  const shares = await sharesOf(deps, { request, plan }, null, context);
  if (isProblem(shares)) return shares;
  const bare = { ...plan, dimensions: [], opened: [] };
  const totals = await run<StoreRow>(deps.olap, compileTable(bare), context.signal);
  if (isProblem(totals)) return totals;
  const all = rowsOf(shares, plan);
  const numbers = (index: number): number[] => all.map(({ row }) => Number(row[`m${index}`]));
  const extremes = Object.fromEntries(
    plan.metrics.flatMap((_metric, index) => [
      [`min${index}`, numbers(index).reduce((a, b) => Math.min(a, b), Infinity)],
      [`max${index}`, numbers(index).reduce((a, b) => Math.max(a, b), -Infinity)],
    ]),
  ) as Record<string, number>;
  // Within an opened row the totals are its own.
  const opened =
    plan.opened.length === 0
      ? {}
      : sumsOf(
          all.map(({ row }) => row),
          plan,
        );
  const heads = totals.map((row) => ({
    ...row,
    ...(isTotal(row) ? opened : {}),
    total_rows: all.length,
    ...extremes,
  }));
  return [...heads, ...pageOf(all, plan).map(({ row }) => ({ ...row, total_rows: all.length, ...extremes }))];
}

function sumsOf(rows: readonly StoreRow[], plan: Plan): StoreRow {
  return Object.fromEntries(
    plan.metrics.map((_metric, index) => [
      `m${index}`,
      rows.reduce((sum, row) => sum + Math.round(Number(row[`m${index}`]) * 1e6), 0) / 1e6,
    ]),
  );
}

async function sharesOf(
  deps: StatDeps,
  { request, plan: asked }: Asked,
  intervals: Intervals | null,
  context: Context,
): Promise<readonly ShareRow[] | Problem> {
  const { sharing } = request;
  if (sharing === null) throw new Error('no goals are shared out');
  const measures = measuresOf(asked);
  if (isProblem(measures)) return measures;
  const refusal = refuse(asked, request.filters.at(-1)?.location);
  if (refusal !== null) return refusal;
  if (hasNone(intervals)) return [];
  const attributing = { ...USUAL, plan: withOwnSources(asked), goals: asked.goals, models: [sharing] };
  const effects = new Map<string, ReadonlyMap<string, number>>();
  // Each goal weighs visits by its own paths, as where it is asked alone [M67].
  for (const { goals } of measures) {
    if (effects.has(goals.join())) continue;
    const found = await effectsOf(deps, { ...attributing, goals }, context);
    if (isProblem(found)) return found;
    effects.set(goals.join(), found);
  }
  const sharingOut = { attributing, model: sharing, measures, intervals };
  const compiled = compileShared(sharingOut, ({ goals }) => effects.get(goals.join()) ?? new Map());
  return run<ShareRow>(deps.olap, compiled, context.signal);
}

function refuse({ scope, dimensions, having }: Plan, filters = 'filters'): Problem | null {
  const index = dimensions.findIndex((one) => !isSingle(one));
  const wrong = dimensions[index];
  if (scope !== visits || wrong !== undefined) {
    const text = `dimensions, item ${index + 1}: ${wrong?.name ?? ''} has not one value a visit, and goals cannot be shared out by it`;
    return problem('invalid_parameter', text, `dimensions.${Math.max(0, index)}`);
  }
  if (having.length === 0) return null;
  return problem('invalid_parameter', `${filters}: shares know no conditions on metrics`, filters);
}
