/** Goal type `scroll`: a page that is scrolled so far [G49]. */
import type { GoalTypeDescriptor } from '../descriptor.ts';
import { MAX_SCROLL, MIN_SCROLL } from '../limits.ts';

export const scroll = {
  id: 'scroll',
  icon: 'scroll',
  group: 'visit',
  fields: [{ kind: 'whole', name: 'depth', words: 'scroll_depth', min: MIN_SCROLL, max: MAX_SCROLL }],
  facts: ['engagement'],
} as const satisfies GoalTypeDescriptor;
