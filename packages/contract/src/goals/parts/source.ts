/** Condition `source` of a goal of several: where the visit came from [G72]. */
import type { PartDescriptor } from '../descriptor.ts';

/** Kinds of traffic that a visit can have. */
export const SOURCE_KINDS = [
  'ad',
  'organic',
  'social',
  'messenger',
  'recommend',
  'email',
  'qrcode',
  'referral',
  'internal',
  'direct',
] as const;

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
