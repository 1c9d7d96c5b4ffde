/** What alerts would have told of a past: the happenings of each, one cause told once [M104]. Pure. */
import type { AlertKindId } from '@goalpost/contract/notices';
import type { Happening } from './detect/happening.ts';
import type { AlertOptions, History } from './kinds/kind.ts';
import { kindOf } from './kinds/kinds.ts';

export interface Looking extends AlertOptions {
  readonly kind: AlertKindId;
}

/** In the order of what was asked. */
export function replay(history: History, alerts: readonly Looking[]): Happening[][] {
  const found = alerts.map((alert) => ({ alert, all: kindOf(alert.kind).find(history, alert) }));
  return found.map(({ alert, all }) => {
    const explaining = found
      .filter((other) => kindOf(alert.kind).explainedBy.includes(other.alert.kind))
      .flatMap((other) => other.all);
    return all.filter((one) => !explaining.some((other) => explains(other, one)));
  });
}

/** Known no later, and of hours in common. */
function explains(cause: Happening, one: Happening): boolean {
  const isSameGoal = cause.goalId === null || cause.goalId === one.goalId;
  return isSameGoal && cause.found <= one.found && (cause.over === null || one.begin < cause.over);
}
