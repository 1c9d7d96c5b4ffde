/** Condition `source`: where the visit came from, which its first page view says [G72]. */
import { whenever, type PartType } from './part-type.ts';

export const sourcePart: PartType = {
  id: 'source',
  compile({ conditions }) {
    const wanted = new Set(conditions.map(({ url }) => url));
    return whenever(({ visit: { views, source } }) => views > 0 && wanted.has(source?.trafficSource ?? ''));
  },
};
