/** What a saved path keeps of an address, and how it comes back. */
import { PATH_KINDS } from '@goalpost/contract/management';
import { describe, expect, it } from 'vitest';
import { readJourneySearch } from '../journeys/search.ts';
import { readRetentionSearch } from '../retention/search.ts';
import { readFunnelSearch } from '../search.ts';
import { isSameAddress, keptAddress, keptNames, openedAddress } from './kept-address.ts';

const days = { period: '7d', compare: 'year', lost: '1', open: 'a' };
const full = {
  funnel: {
    steps: '[{"type":"page","value":"/cart"},{"type":"chat"}]',
    whose: 'visit',
    window: '1d',
    beside: '7',
  },
  retention: {
    first: '{"type":"chat"}',
    back: '{"type":"page"}',
    unit: 'day',
    mode: 'rolling',
    cells: 'people',
  },
  journey: { about: '{"type":"page","value":"/"}', whose: 'visitor', depth: '2' },
};
const read = { funnel: readFunnelSearch, retention: readRetentionSearch, journey: readJourneySearch };
const visits = { filters: "ym:s:browser=='Chrome'", segment: '3' };

describe('[M143] what is kept of an address', () => {
  it.each(PATH_KINDS)('%s: everything that its screen reads but days, and comes back whole', (kind) => {
    const kept = keptAddress(kind, { ...read[kind](full[kind]), ...visits, ...days });
    expect(kept).toEqual({ ...full[kind], ...visits });
    // A name that a screen learns must be kept, too: `lost` alone is only looked at.
    expect(keptNames(kind).toSorted()).toEqual(Object.keys({ ...full[kind], ...visits }).toSorted());
    const later = { ...days, ...full[kind], filters: 'gone' };
    expect({ ...later, ...openedAddress(kind, kept) }).toEqual({ ...days, ...full[kind], ...visits });
    expect(openedAddress(kind, {})).toEqual(
      Object.fromEntries(keptNames(kind).map((name) => [name, undefined])),
    );
  });

  it('knows the one that is open', () => {
    expect(isSameAddress({ steps: 'a' }, { steps: 'a' })).toBe(true);
    expect(isSameAddress({ steps: 'a' }, { steps: 'a', whose: 'visit' })).toBe(false);
    expect(isSameAddress({}, { steps: 'a' })).toBe(false);
  });
});
