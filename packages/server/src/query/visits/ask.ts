/** The visit log [M110]: the visits behind a question, a page at a time. */
import type { VisitLog } from '@goalpost/contract/reports/visits';
import { displayName } from '../../goals/index.ts';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { readCursor, visitView, writeCursor, type VisitFields } from '../../visitors/index.ts';
import { understand, type Context, type StatDeps } from '../ask.ts';
import type { RawParams } from '../parse/request.ts';
import { run } from '../run.ts';
import { aboutSums, leavingOut } from '../sums/by-sums.ts';
import { compileVisits } from './compile.ts';

export interface VisitPage {
  readonly counterId: number;
  readonly after: string | undefined;
  readonly limit: number;
}

/** @param said days, filters, segment and language, as reports take them */
export async function askVisits(
  deps: StatDeps,
  { counterId, after, limit }: VisitPage,
  said: RawParams,
  context: Context,
): Promise<VisitLog | Problem> {
  const cursor = after === undefined ? null : readCursor(after);
  if (after !== undefined && cursor === null)
    return problem('invalid_parameter', 'after: this is no place in the list; take it from `next`', 'after');
  const raw = { ...said, ids: String(counterId), metrics: 'ym:s:visits', dimensions: '' };
  const question = await understand(deps, raw, context);
  if (isProblem(question)) return question;
  const { plan, request } = question;
  if (plan.having.length > 0)
    return problem('invalid_parameter', 'filters: conditions on metrics choose no visits', 'filters');
  const [rows, goals] = await Promise.all([
    run<VisitFields>(deps.olap, compileVisits(plan, cursor, limit + 1), context.signal),
    deps.goals.list(counterId, false),
  ]);
  if (isProblem(rows)) return rows;
  const names = new Map(goals.map((goal) => [goal.id, displayName(goal, request.lang)]));
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    counter_id: counterId,
    date1: plan.from,
    date2: plan.to,
    visits: shown.map((row) => visitView(row, (id) => names.get(id) ?? null)),
    next: rows.length > limit && last !== undefined ? writeCursor(last) : null,
    ...aboutSums(leavingOut(plan, 'rows', ['visits'])),
  };
}
