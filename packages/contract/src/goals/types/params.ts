/** Goal type `params`: a hit whose params hold a value [G54]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_CONDITIONS, MAX_PARAM_LENGTH } from '../limits.ts';

export const params = {
  id: 'params',
  icon: 'params',
  group: 'events',
  fields: [
    {
      kind: 'conditions',
      name: 'conditions',
      operators: ['exact', 'contain', 'regexp'],
      first: 'exact',
      min: 1,
      max: MAX_CONDITIONS,
      maxLength: MAX_PARAM_LENGTH,
      hasPath: true,
    },
  ],
  facts: ['params'],
} as const satisfies GoalTypeDescriptor;
