/** Answers `/api/v1/journeys`: what comes before an action, and what after it [M84]. */
import type { JourneysResponse } from '@goalpost/contract/reports/journeys';
import { isProblem, problem, type Problem } from '../../kit/problem.ts';
import { planActions } from '../actions/action.ts';
import { askedOfActions } from '../actions/question.ts';
import { understand, type Context, type StatDeps } from '../ask.ts';
import type { RawParams } from '../parse/request.ts';
import { run } from '../run.ts';
import { aboutSums, leavingOut } from '../sums/by-sums.ts';
import { compileJourneys } from './compile.ts';
import { readOptions } from './options.ts';
import { placesOf, type Move } from './places.ts';

export async function askJourneys(
  deps: StatDeps,
  raw: RawParams,
  context: Context,
): Promise<JourneysResponse | Problem> {
  const options = readOptions(raw);
  if (isProblem(options)) return options;
  const question = await understand(deps, options.question, context);
  if (isProblem(question)) return question;
  const { plan, request, subject, words } = question;
  const said = [{ at: 'about', action: options.about }];
  const actions = await planActions(said, { request, subject, plan, segments: deps.segments });
  if (isProblem(actions)) return actions;
  const [about] = actions;
  if (about === undefined) throw new Error('one action is asked about');
  const ready = await askedOfActions(question, actions, deps, context);
  if (isProblem(ready)) return ready;
  if (plan.dimensions.length > 0) {
    return problem('invalid_parameter', 'dimensions: journeys are not broken down', 'dimensions');
  }
  const { question: _asked, ...own } = options;
  const compiled = compileJourneys({ ...own, plan: ready.plan, about });
  const moves = await run<Move>(deps.olap, compiled, context.signal);
  if (isProblem(moves)) return moves;
  const side = options.direction === 'before' ? 'before' : 'after';
  const journeys = moves
    .filter((move) => move.side === side && Number(move.place) === 1)
    .reduce((sum, move) => sum + Number(move.journeys), 0);
  const places = (of: 'before' | 'after') =>
    placesOf(
      moves.filter((move) => move.side === of),
      journeys,
      words,
    );
  const { dimensions: _none, ...query } = ready.query;
  return {
    query: { ...query, ...own },
    journeys,
    before: places('before'),
    after: places('after'),
    ...aboutSums(leavingOut(plan, 'rows')),
  };
}
