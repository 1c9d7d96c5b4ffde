/** A funnel, retention or journeys behind a link: the whole question is the link's, but free days [M135]. */
import type { SharedPathAnswer, SharedPathQuestion, ShareInput } from '@goalpost/contract/management';
import type { EndpointContext } from '../kit/endpoint.ts';
import { isProblem, problem, type Problem } from '../kit/problem.ts';
import { askFunnel, askJourneys, askRetention, type StatDeps } from '../query/index.ts';
import type { ShareRecord } from './port.ts';
import { daysOf } from './question.ts';

type Asking = Pick<EndpointContext, 'authorise' | 'signal'>;

/** What is wrong with a path before anything is asked; null: nothing, or it is a report. */
export function pathFault({ path, report, metrics, levels, sides }: ShareInput): Problem | null {
  if (path === null) return null;
  if (report !== path.kind)
    return problem('invalid_parameter', 'A path is shared by the name of its kind.', 'share.report');
  return metrics.length > 0 || levels.length > 0 || sides !== null
    ? problem('invalid_parameter', 'Columns, levels and sides are those of a report.', 'share.path')
    : null;
}

export async function answerPath(
  deps: StatDeps,
  share: ShareRecord,
  asked: SharedPathQuestion,
  context: Asking,
): Promise<SharedPathAnswer | Problem> {
  const { path } = share;
  if (path === null) return problem('access_denied', 'This link shows a report.', 'token');
  const days = daysOf(share, asked);
  if (isProblem(days)) return days;
  const raw = {
    ...path.question,
    ids: String(share.counterId),
    ...days,
    ...(share.filters === '' ? {} : { filters: share.filters }),
    lang: asked.lang,
  };
  // The echo of the question stays behind: it would tell the filters.
  switch (path.kind) {
    case 'funnel': {
      const answer = await askFunnel(deps, raw, context);
      return isProblem(answer) ? answer : { funnel: { totals: answer.totals } };
    }
    case 'retention': {
      const answer = await askRetention(deps, raw, context);
      return isProblem(answer) ? answer : { retention: { data: answer.data, totals: answer.totals } };
    }
    case 'journey': {
      const answer = await askJourneys(deps, raw, context);
      if (isProblem(answer)) return answer;
      const { query: _query, ...journey } = answer;
      return { journey };
    }
  }
}
