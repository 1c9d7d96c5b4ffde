/** Goal type `visit_duration`: a visit that lasts so long [G41]. */
import { FACTS, type GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_DURATION, MIN_DURATION } from '../limits.ts';

export const visitDuration = {
  id: 'visit_duration',
  icon: 'clock',
  group: 'visit',
  fields: [{ kind: 'whole', name: 'duration', min: MIN_DURATION, max: MAX_DURATION }],
  facts: FACTS,
} as const satisfies GoalTypeDescriptor;
