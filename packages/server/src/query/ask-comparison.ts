/** Two segments or two periods side by side [M62]: one question, planned once for each side. */
import type { ComparisonDrilldownResponse, ComparisonResponse } from '@goalpost/contract/reports';
import type { EndpointContext } from '../kit/endpoint.ts';
import { isProblem, problem, type Problem } from '../kit/problem.ts';
import { understand, type Context, type Question, type StatDeps, type Understanding } from './ask.ts';
import { levelPlan } from './ask-drilldown.ts';
import { compileComparison, type Sides } from './compile/comparison.ts';
import type { RawParams } from './parse/request.ts';
import { run } from './run.ts';
import { shapeComparison, shapeComparisonDrilldown } from './shape/comparison.ts';
import { bySums } from './sums/by-sums.ts';
import type { StoreRow } from './shape/rows.ts';

export interface SideQuestions {
  readonly a: Question;
  readonly b: Question;
}

export async function understandSides(
  deps: StatDeps,
  raw: RawParams,
  context: Context & Pick<EndpointContext, 'limitOf'>,
  { plansOnly = false }: Pick<Understanding, 'plansOnly'> = {},
): Promise<SideQuestions | Problem> {
  const a = await understand(deps, raw, context, {
    side: '_a',
    limitOf: context.limitOf,
    plansOnly,
  });
  if (isProblem(a)) return a;
  // Names with `<group>` mean the same on both sides, however long their periods are.
  const b = await understand(deps, { ...raw, group: a.plan.group }, context, {
    side: '_b',
    limitOf: context.limitOf,
    plansOnly,
  });
  if (isProblem(b)) return b;
  return onMetrics(a) ?? onMetrics(b) ?? { a, b };
}

/** Which rows it keeps on one side would decide nothing on the other. */
function onMetrics({ plan, request }: Question): Problem | null {
  const location = request.filters.at(-1)?.location;
  if (plan.having.length === 0 || location === undefined) return null;
  return problem('invalid_parameter', `${location}: a comparison knows no conditions on metrics`, location);
}

export async function askComparison(
  deps: StatDeps,
  { a, b }: SideQuestions,
  context: Context,
): Promise<ComparisonResponse | Problem> {
  return askSides(deps, { a, b }, { a: a.plan, b: b.plan }, context);
}

export async function askComparisonDrilldown(
  deps: StatDeps,
  { a, b }: SideQuestions,
  context: Context,
): Promise<ComparisonDrilldownResponse | Problem> {
  const level = { a: levelPlan(a.plan, a.request), b: levelPlan(b.plan, b.request) };
  if (isProblem(level.a)) return level.a;
  if (isProblem(level.b)) return level.b;
  const sides = { a: level.a, b: level.b };
  const answer = await askSides(deps, { a, b }, sides, context);
  return isProblem(answer) ? answer : shapeComparisonDrilldown(answer, sides, a.plan.dimensions.length);
}

async function askSides(
  { olap }: StatDeps,
  { a, b }: SideQuestions,
  asked: Sides,
  { signal }: Context,
): Promise<ComparisonResponse | Problem> {
  const sides = { a: bySums(asked.a), b: bySums(asked.b) };
  const rows = await run<StoreRow>(olap, compileComparison(sides), signal);
  if (isProblem(rows)) return rows;
  return shapeComparison(rows, { a: a.request, b: b.request }, sides, a.words);
}
