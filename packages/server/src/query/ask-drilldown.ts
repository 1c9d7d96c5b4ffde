/** One level of a drill-down: the rows of the next dimension within the row that is opened [M61]. */
import type { DrilldownResponse } from '@goalpost/contract/reports';
import { isProblem, problem, type Problem } from '../kit/problem.ts';
import type { Context, Question, StatDeps } from './ask.ts';
import { compileTable } from './compile/table.ts';
import type { ReportRequest } from './parse/request.ts';
import type { Plan } from './plan/plan.ts';
import { spelledKey } from './plan/row-key.ts';
import { run } from './run.ts';
import { shapeDrilldown } from './shape/drilldown.ts';
import { bySums } from './sums/by-sums.ts';
import type { StoreRow } from './shape/rows.ts';

export async function askDrilldown(
  { olap }: StatDeps,
  { request, plan, words }: Question,
  { signal }: Context,
): Promise<DrilldownResponse | Problem> {
  const asked = levelPlan(plan, request);
  if (isProblem(asked)) return asked;
  const level = bySums(asked);
  const rows = await run<StoreRow>(olap, compileTable(level), signal);
  if (isProblem(rows)) return rows;
  return shapeDrilldown(rows, request, level, { words, depth: plan.dimensions.length });
}

/** Dimensions up to the level that is asked for; those below it are in no order. */
export function levelPlan(plan: Plan, { parentId }: ReportRequest): Plan | Problem {
  const { length: depth } = plan.dimensions;
  if (depth === 0) {
    return problem('missing_parameter', 'dimensions: a drill-down needs at least one', 'dimensions');
  }
  if (parentId.length >= depth) {
    const text = `parent_id: at most ${depth - 1} ids, one less than dimensions, found ${parentId.length}`;
    return problem('invalid_parameter', text, 'parent_id');
  }
  const shown = parentId.length + 1;
  const sort = plan.sort.filter(({ column, index }) => column === 'metric' || index < shown);
  return {
    ...plan,
    dimensions: plan.dimensions.slice(0, shown),
    opened: spelledKey(plan, parentId),
    sort: sort.length > 0 ? sort : [{ column: 'metric', index: 0, descending: true }],
  };
}
