/** What is wrong with a link that is to be made: said then, and with its place [A35]. */
import { ALL_REPORTS, type ShareInput } from '@goalpost/contract/management';
import type { EndpointContext } from '../kit/endpoint.ts';
import { isProblem, problem, type Problem } from '../kit/problem.ts';
import type { StatDeps } from '../query/index.ts';
import { firstPlan, sidesFault } from './answer.ts';
import { answerPath, pathFault } from './path.ts';
import type { ShareRecord } from './port.ts';
import { questionOf, reportsOf } from './question.ts';

type Asking = Pick<EndpointContext, 'authorise' | 'signal'>;

const FIRST_QUESTION = { what: 'rows', group: 'day', offset: 1, lang: 'en' } as const;

/** Before anything is asked; null: nothing. */
export function inputFault(input: ShareInput): Problem | null {
  if (input.path !== null) return pathFault(input);
  if (reportsOf(input).length === 0)
    return problem('invalid_parameter', 'There is no such report.', 'share.report');
  return (input.report === ALL_REPORTS ? faultOfAll(input) : null) ?? sidesFault(input);
}

function faultOfAll({ metrics, levels }: ShareInput): Problem | null {
  if (metrics.length > 0)
    return problem('invalid_parameter', 'Columns are chosen for one report, not for all.', 'share.metrics');
  return levels.length > 0
    ? problem('invalid_parameter', 'Levels are chosen for one report, not for all.', 'share.levels')
    : null;
}

/** What the link will ask is asked for once, so that a fault is told now and here; null: none. */
export async function askedOnce(
  deps: StatDeps,
  share: ShareRecord,
  token: string,
  context: Asking,
): Promise<Problem | null> {
  if (share.path !== null) {
    const answer = await answerPath(deps, share, { token, lang: 'en' }, context);
    return isProblem(answer) ? answer : null;
  }
  for (const { id } of reportsOf(share)) {
    const raw = questionOf(share, { ...FIRST_QUESTION, parent: [], token, report: id });
    const question = isProblem(raw) ? raw : await firstPlan(deps, share, raw, context);
    if (isProblem(question)) return question;
    if (question.plan.having.length > 0)
      return problem('invalid_parameter', 'A link is restricted by visits, not by metrics.', 'share.filters');
  }
  return null;
}
