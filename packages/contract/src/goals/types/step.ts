/** Goal type `step`: steps of other types in a row within one visit [G2]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_STEPS, MIN_STEPS } from '../limits.ts';

export const step = {
  id: 'step',
  icon: 'stairs',
  fields: [{ kind: 'steps', name: 'steps', types: ['action', 'url'], min: MIN_STEPS, max: MAX_STEPS }],
  facts: ['event', 'view'],
} as const satisfies GoalTypeDescriptor;
