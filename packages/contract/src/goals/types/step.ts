/** Goal type `step`: steps of other types in a row within one visit [G2]. */
import { EVENT_OPERATORS, type GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_STEPS, MIN_STEPS } from '../limits.ts';

export const STEP_TYPE_NAMES = [
  'action',
  'url',
  'email',
  'phone',
  'messenger',
  'social',
  'file',
  'search',
  'payment_system',
  'form',
  'button',
  'contact_data',
  'contact_data_sent',
  'params',
  'e_cart',
  'e_purchase',
  'a_begin_checkout',
  'a_create_order',
  'a_purchase',
] as const;

export const step = {
  id: 'step',
  icon: 'stairs',
  group: 'events',
  fields: [
    {
      kind: 'steps',
      name: 'steps',
      types: STEP_TYPE_NAMES,
      moreOperators: { url: EVENT_OPERATORS },
      min: MIN_STEPS,
      max: MAX_STEPS,
    },
  ],
  facts: ['event', 'view', 'link', 'download', 'form', 'button', 'contact', 'params', 'commerce'],
} as const satisfies GoalTypeDescriptor;
