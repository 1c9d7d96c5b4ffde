/** Goal type `multi`: any of several conditions of other types, or all of them within one visit [G57, G58]. */
import { FACTS, type GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_PARTS } from '../limits.ts';
import { STEP_TYPE_NAMES } from './step.ts';

const STATE_NAMES = ['device', 'source'] as const;
const PART_TYPE_NAMES = [
  ...STEP_TYPE_NAMES,
  'number',
  'visit_duration',
  'scroll',
  'active_time',
  'price',
  ...STATE_NAMES,
] as const;

export const multi = {
  id: 'multi',
  icon: 'multi',
  group: 'events',
  fields: [
    {
      kind: 'parts',
      name: 'any',
      all: 'all',
      types: PART_TYPE_NAMES,
      onlyAll: STATE_NAMES,
      min: 1,
      max: MAX_PARTS,
    },
  ],
  facts: FACTS,
} as const satisfies GoalTypeDescriptor;
