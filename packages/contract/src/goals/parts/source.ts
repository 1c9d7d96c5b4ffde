/** Condition `source` of a goal of several: where the visit came from [G72]. */
import { SOURCE_KINDS } from '../../wire/traffic-sources.ts';
import type { PartDescriptor } from '../descriptor.ts';

export const source = {
  id: 'source',
  isState: true,
  fields: [
    {
      kind: 'conditions',
      name: 'conditions',
      operators: ['source'],
      first: 'source',
      min: 1,
      max: SOURCE_KINDS.length,
      maxLength: 20,
      values: SOURCE_KINDS,
    },
  ],
  facts: ['view'],
} as const satisfies PartDescriptor;
