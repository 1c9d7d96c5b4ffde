/** Condition `price` of a goal of several: a hit that brings a price within bounds [G71]. */
import type { PartDescriptor } from '../descriptor.ts';
import { MAX_PRICE_BOUND } from '../limits.ts';

const bound = { kind: 'whole', min: 0, max: MAX_PRICE_BOUND, optional: true } as const;

export const price = {
  id: 'price',
  fields: [
    { ...bound, name: 'price_from', upTo: 'price_to' },
    { ...bound, name: 'price_to' },
  ],
  facts: ['params', 'commerce'],
} as const satisfies PartDescriptor;
