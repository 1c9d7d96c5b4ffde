/** One object for all the visits that came from the same place: sources are few, visits are many. */
import { LRUCache } from 'lru-cache';
import type { FoundSource } from './source-of.ts';

const SHARED = 10_000;

export function createSourceSharer(): (source: FoundSource) => FoundSource {
  const known = new LRUCache<string, FoundSource>({ max: SHARED });
  return (source) => {
    const key =
      `${source.trafficSource}\n${source.sourceEngine}\n${source.searchPhrase}\n${source.utmSource}\n` +
      `${source.utmMedium}\n${source.utmCampaign}\n${source.utmContent}\n${source.utmTerm}\n` +
      `${source.from}\n${source.openstat}\n${source.profile}\n${source.gclid}`;
    const shared = known.get(key);
    if (shared !== undefined) return shared;
    known.set(key, source);
    return source;
  };
}
