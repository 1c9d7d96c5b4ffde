/** A step, by what its conditions look at: those of a page view may name an event as well. */
import { AS_EVENT, isEventOperator, type Condition, type Step } from '@goalpost/contract/goals';
import type { StepTypeName } from '@goalpost/contract/goals';

export interface StepPart {
  readonly type: StepTypeName;
  readonly conditions: readonly Condition[];
}

/** Any one part is enough for the step. */
export function stepParts({ type, conditions }: Pick<Step, 'type' | 'conditions'>): readonly StepPart[] {
  const events = conditions.flatMap((condition) =>
    isEventOperator(condition.type) ? [{ ...condition, type: AS_EVENT[condition.type] }] : [],
  );
  if (events.length === 0) return [{ type, conditions }];
  const others = conditions.filter((condition) => !isEventOperator(condition.type));
  return [
    { type: 'action', conditions: events },
    ...(others.length > 0 ? [{ type, conditions: others }] : []),
  ];
}
