/** What an alert would have told in the days before, asked by a person who thinks of setting it. */
import {
  GOAL_ALERTS,
  type AlertHappening,
  type AlertReplay,
  type AlertTrial,
} from '@goalpost/contract/notices';
import { isProblem, problem, type Problem } from '../kit/problem.ts';
import type { Happening } from './detect/happening.ts';
import { watchedFrom } from './detect/watch.ts';
import { readHistory, type HistoryDeps } from './history.ts';
import { ofTraffic } from './kinds/kind.ts';
import { lookingOf, neededBy, replay } from './replay.ts';

export async function tryAlert(
  deps: HistoryDeps,
  counterId: number,
  trial: AlertTrial,
  signal: AbortSignal,
): Promise<AlertReplay | Problem> {
  const refusal = await refuseGoal(deps, counterId, trial);
  if (refusal !== null) return refusal;
  const looking = lookingOf(trial);
  const needed = neededBy([looking]);
  const history = await readHistory(deps, { counterId, days: trial.days, ...needed }, signal);
  if (isProblem(history)) return history;
  const { from } = history;
  const [found = []] = replay(history, [looking]);
  const watched = needed.traffic ? watchedFrom(ofTraffic(history, history.visits)) : from;
  return {
    happenings: found
      .filter((one) => one.found >= from)
      .toSorted((one, other) => other.found - one.found)
      .map((one) => shown(trial.kind, one)),
    from: iso(from),
    watched_from: watched === null ? null : iso(Math.max(from, watched)),
  };
}

export async function refuseGoal(
  { goals }: Pick<HistoryDeps, 'goals'>,
  counterId: number,
  { kind, goal_id: goalId }: Pick<AlertTrial, 'kind' | 'goal_id'>,
): Promise<Problem | null> {
  if (goalId === null) return null;
  if (!GOAL_ALERTS.includes(kind))
    return problem('invalid_parameter', 'This kind of alert is not about a goal.', 'alert.goal_id');
  const known = await goals.list(counterId, false);
  return known.some(({ id }) => id === goalId)
    ? null
    : problem('invalid_parameter', `This counter has no goal ${goalId}.`, 'alert.goal_id');
}

const iso = (moment: number): string => new Date(moment).toISOString();

export const shown = (kind: AlertTrial['kind'], one: Happening): AlertHappening => ({
  kind,
  goal_id: one.goalId,
  begin: iso(one.begin),
  found: iso(one.found),
  over: one.over === null ? null : iso(one.over),
  settled: one.settled,
  observed: one.observed,
  expected: Math.round(one.expected * 10) / 10,
});
