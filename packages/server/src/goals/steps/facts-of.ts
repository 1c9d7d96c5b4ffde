/** Which facts a goal looks at: those of its own type, or of the types of its steps or conditions. */
import { descriptorOf, type FactName } from '@goalpost/contract/goals';
import type { GoalDefinition } from '../definition.ts';
import { stepParts } from './step-parts.ts';

type Parts = Pick<GoalDefinition, 'type' | 'steps' | 'any' | 'all'>;

export function factsOf({ type, steps, any = [], all = [] }: Parts): ReadonlySet<FactName> {
  // A step that is a page view may be taken by an event, too [G56].
  const parts = [...steps.flatMap(stepParts), ...any, ...all];
  const types = parts.length === 0 ? [type] : parts.map((part) => part.type);
  return new Set(types.flatMap((one) => [...descriptorOf(one).facts]));
}
