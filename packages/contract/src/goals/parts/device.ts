/** Condition `device` of a goal of several: what the visitor uses [G72]. */
import type { PartDescriptor } from '../descriptor.ts';

export const DEVICE_KINDS = ['desktop', 'mobile', 'tablet', 'tv'] as const;

export const device = {
  id: 'device',
  isState: true,
  fields: [
    {
      kind: 'conditions',
      name: 'conditions',
      operators: ['device'],
      first: 'device',
      min: 1,
      max: DEVICE_KINDS.length,
      maxLength: 20,
      values: DEVICE_KINDS,
    },
  ],
  facts: ['view'],
} as const satisfies PartDescriptor;
