/** Goal type `active_time`: a visit whose pages are looked at for so long [G50]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_DURATION, MIN_DURATION } from '../limits.ts';

export const activeTime = {
  id: 'active_time',
  icon: 'activity',
  group: 'visit',
  fields: [
    { kind: 'whole', name: 'duration', words: 'active_duration', min: MIN_DURATION, max: MAX_DURATION },
  ],
  facts: ['engagement'],
} as const satisfies GoalTypeDescriptor;
