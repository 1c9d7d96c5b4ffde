/** Condition `device`: what the visitor uses, as the hit says it [G72]. */
import { whenever, type PartType } from './part-type.ts';

export const devicePart: PartType = {
  id: 'device',
  compile({ conditions }) {
    const wanted = new Set(conditions.map(({ url }) => url));
    return whenever(({ fact: { device = '' } }) => wanted.has(device));
  },
};
