/** Asks once, of each kind of rows, what a limited grant would ask: faults are told early [A83]. */
import { FilterFault } from '@goalpost/contract/reports/filters';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { understand, type StatDeps } from '../ask.ts';
import { filterProblem } from '../parse/request.ts';
import { limitOf } from './within.ts';

/** A metric of each kind of rows. */
const METRICS = ['ym:s:visits', 'ym:pv:pageviews', 'ym:ep:eventsNumber', 'ym:dl:downloads', 'ym:up:params'];

export async function limitFault(
  deps: StatDeps,
  counterId: number,
  filters: string,
  signal: AbortSignal,
): Promise<Problem | null> {
  const filter = limitOf(filters);
  if (filter instanceof FilterFault) return filterProblem(filter, 'filters');
  const context = { authorise: async () => null, signal };
  for (const metrics of METRICS) {
    const raw = { ids: String(counterId), metrics, filters };
    const question = await understand(deps, raw, context, { plansOnly: true });
    if (isProblem(question)) return question;
    if (question.plan.having.length > 0)
      return problem('invalid_parameter', 'Access is limited by visits, not by metrics.', 'filters');
  }
  return null;
}
