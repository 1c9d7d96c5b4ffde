import { expect, it } from 'vitest';
import { sidesOf } from '../state/sides.ts';
import { sharedSides } from './shared-sides.ts';

const DAYS = { from: '2026-03-01', to: '2026-03-07' };
const NAMES = { a: 'Ads', b: 'Others' };
const kept = (search: Parameters<typeof sidesOf>[0], isFixed = false) =>
  sharedSides({ search, sides: sidesOf(search, DAYS, '2026-03-12') }, NAMES, isFixed);

it('[A44] keeps segments of a side as its conditions, and days as they are meant', () => {
  expect(kept({ segment: '7,8', segment_b: '9', filters: 'both' })).toEqual({
    a: { name: 'Ads', filters: '(ym:s:segment==7) AND (ym:s:segment==8)' },
    b: { name: 'Others', filters: 'ym:s:segment==9' },
    days_b: 'same',
  });
  expect(kept({ filters: 'x', segment_b: 'own', filters_b: 'y' })).toMatchObject({
    a: { filters: 'x' },
    b: { filters: 'y' },
  });
  expect(kept({ filters: 'x', segment_b: 'rest' })?.b.filters).toBe('NOT (x)');
  expect(kept({ period: '7d', period_b: 'previous' })?.days_b).toBe('previous');
  const before = { date1: '2026-02-22', date2: '2026-02-28' };
  expect(kept({ period: '7d', period_b: 'previous' }, true)?.days_b).toEqual(before);
  expect(kept({ period_b: '2026-01-01..2026-01-07' })?.days_b).toEqual({
    date1: '2026-01-01',
    date2: '2026-01-07',
  });
  expect(kept({})).toBeNull();
});
