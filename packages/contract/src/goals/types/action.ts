/** Goal type `action`: an event that the page reported by `reachGoal` [G2, G20]. */
import { TEXT_OPERATORS, type GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_CONDITION_LENGTH, MAX_CONDITIONS } from '../limits.ts';

export const action = {
  id: 'action',
  icon: 'click',
  group: 'events',
  fields: [
    {
      kind: 'conditions',
      name: 'conditions',
      operators: TEXT_OPERATORS,
      first: 'exact',
      min: 1,
      max: MAX_CONDITIONS,
      maxLength: MAX_CONDITION_LENGTH,
      forbidden: { characters: '/\\&#?="', operators: ['exact', 'contain'] },
    },
  ],
  facts: ['event'],
} as const satisfies GoalTypeDescriptor;
