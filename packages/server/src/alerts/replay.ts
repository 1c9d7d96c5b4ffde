/** What alerts would have told of a past: the happenings of each, one cause told once [M104]. Pure. */
import { GOAL_ALERTS, SINGLE_ALERTS, type AlertKindId, type AlertTrial } from '@goalpost/contract/notices';
import type { Happening } from './detect/happening.ts';
import type { Wanted } from './history.ts';
import type { AlertOptions, History } from './kinds/kind.ts';
import { kindOf } from './kinds/kinds.ts';

export interface Looking extends AlertOptions {
  readonly kind: AlertKindId;
}

export const lookingOf = ({
  kind,
  goal_id: goalId,
  minutes,
}: Pick<AlertTrial, 'kind' | 'goal_id' | 'minutes'>): Looking => ({ kind, goalId, minutes });

/** What of the past is to be read: no goals, where no kind is about goals. */
export function neededBy(looking: readonly Looking[]): Pick<Wanted, 'goals' | 'chat' | 'made' | 'traffic'> {
  const goals = looking.filter(({ kind }) => GOAL_ALERTS.includes(kind)).map(({ goalId }) => goalId);
  return {
    goals: goals.includes(null) ? null : [...new Set(goals)].filter((id) => id !== null),
    chat: looking.some(({ kind }) => kind === 'chat_unanswered'),
    made: looking.some(({ kind }) => kind === 'goal_made'),
    traffic: !looking.every(({ kind }) => SINGLE_ALERTS.includes(kind)),
  };
}

/** In the order of what was asked. */
export function replay(history: History, alerts: readonly Looking[]): Happening[][] {
  const found = alerts.map((alert) => ({ alert, all: kindOf(alert.kind).find(history, alert) }));
  return found.map(({ alert, all }) => {
    const explaining = found
      .filter((other) => mayExplain(other.alert.kind, alert.kind))
      .flatMap((other) => other.all);
    return all.filter((one) => !explaining.some((other) => explains(other, one)));
  });
}

/** Whether a happening of one kind may be the cause of one of the other. */
export const mayExplain = (cause: AlertKindId, kind: AlertKindId): boolean =>
  kindOf(kind).explainedBy.includes(cause);

/** Known no later, and of hours in common. */
function explains(cause: Happening, one: Happening): boolean {
  const isSameGoal = cause.goalId === null || cause.goalId === one.goalId;
  return isSameGoal && cause.found <= one.found && (cause.over === null || one.begin < cause.over);
}
