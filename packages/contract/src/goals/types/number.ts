/** Goal type `number`: so many page views in one visit [G31, G32]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_DEPTH, MIN_DEPTH } from '../limits.ts';

export const number = {
  id: 'number',
  icon: 'pages',
  group: 'visit',
  fields: [{ kind: 'whole', name: 'depth', min: MIN_DEPTH, max: MAX_DEPTH }],
  facts: ['view'],
} as const satisfies GoalTypeDescriptor;
